package org.meetwright.server.pages.account.hours.away;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.holiday.Holiday;
import org.meetwright.core.holiday.Holidays;
import org.meetwright.core.schedule.Away;
import org.meetwright.core.schedule.PublicHolidays;

/// The holidays of the coming year in a place, each once.
final class ComingHolidays {
  private final AwayForm form;
  private final @Nullable PublicHolidays old;
  private final List<Holiday> holidays;

  ComingHolidays(AwayForm form, Away kept, LocalDate today) {
    this.form = form;
    this.old = kept.holidays();
    this.holidays = form.country().isEmpty() ? List.of() : coming(form, today);
  }

  private static List<Holiday> coming(AwayForm form, LocalDate today) {
    String region = form.regionOfCountry().isEmpty() ? null : form.regionOfCountry();
    Map<String, Holiday> byId = new LinkedHashMap<>();
    for (int year = today.getYear(); year <= today.getYear() + 1; year++) {
      for (Holiday holiday : Holidays.ofYear(form.country(), region, year)) {
        if (!holiday.date().isBefore(today) && holiday.date().isBefore(today.plusYears(1))) {
          byId.putIfAbsent(holiday.id(), holiday);
        }
      }
    }
    return new ArrayList<>(byId.values());
  }

  List<Holiday> holidays() {
    return holidays;
  }

  /// Returns whether a holiday closes its date, as it is typed or kept.
  boolean closes(Holiday holiday) {
    Boolean ticked = form.ticked(holiday.id());
    return ticked == null ? exceptions().stream().noneMatch(holiday::isMeantBy) : ticked;
  }

  /// Returns the exceptions that are to be kept.
  Collection<String> except() {
    TreeSet<String> except = new TreeSet<>(exceptions());
    for (Holiday holiday : holidays) {
      Boolean ticked = form.ticked(holiday.id());
      if (Boolean.TRUE.equals(ticked)) {
        except.removeIf(holiday::isMeantBy);
      } else if (ticked != null && except.stream().noneMatch(holiday::isMeantBy)) {
        except.add(holiday.id());
      }
    }
    return except;
  }

  /// Those of another place mean nothing here.
  private List<String> exceptions() {
    boolean same =
        old != null
            && old.country().equals(form.country())
            && form.regionOfCountry().equals(old.region() == null ? "" : old.region());
    return same && old != null ? old.except() : List.of();
  }
}
