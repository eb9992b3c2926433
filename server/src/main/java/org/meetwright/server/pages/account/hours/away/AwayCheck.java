package org.meetwright.server.pages.account.hours.away;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.schedule.Away;
import org.meetwright.core.schedule.PublicHolidays;
import org.meetwright.core.schedule.Travel;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.TimeZones;
import org.meetwright.server.pages.account.hours.away.AwayForm.TypedTravel;
import org.meetwright.server.text.Texts;
import org.meetwright.server.text.ZoneNames;

/// Reads holidays and travel of a schedule's form.
public final class AwayCheck {
  private final AwayForm form;
  private final Away old;
  private final LocalDate today;
  private final Texts words;
  private final Map<String, String> errors;

  private AwayCheck(
      AwayForm form, Away old, LocalDate today, Texts words, Map<String, String> errors) {
    this.form = form;
    this.old = old;
    this.today = today;
    this.words = words;
    this.errors = errors;
  }

  /// Reads them. Travel that is over stays as it is.
  ///
  /// @param errors where to tell what is wrong: `country`, `region`, `travel.0`, `travel`
  public static Away of(
      AwayForm form, Away old, LocalDate today, Texts words, Map<String, String> errors) {
    return new AwayCheck(form, old, today, words, errors).away();
  }

  private Away away() {
    PublicHolidays holidays = holidays();
    List<Travel> travel = new ArrayList<>();
    old.travel().stream().filter(each -> each.to().isBefore(today)).forEach(travel::add);
    for (int row = 0; row < form.travel().size(); row++) {
      TypedTravel typed = form.travel().get(row);
      Travel read = typed.isBlank() ? null : travel(typed, "travel." + row);
      if (read != null) {
        travel.add(read);
      }
    }
    try {
      return new Away(holidays, travel);
    } catch (InvalidValueException overlap) {
      errors.put("travel", words.get("away.wrong.overlap"));
      return old;
    }
  }

  private @Nullable PublicHolidays holidays() {
    if (form.country().isEmpty()) {
      return null;
    }
    try {
      return PublicHolidays.of(
          form.country(), form.regionOfCountry(), new ComingHolidays(form, old, today).except());
    } catch (InvalidValueException wrong) {
      String field = wrong.field().equals("region") ? "region" : "country";
      errors.put(field, words.get("away.wrong.place"));
      return null;
    }
  }

  private @Nullable Travel travel(TypedTravel typed, String field) {
    LocalDate from = date(typed.from());
    LocalDate to = date(typed.to());
    ZoneId zone = zone(typed.zone().strip());
    if (from == null || to == null || to.isBefore(from)) {
      errors.put(field, words.get("away.wrong.dates"));
      return null;
    }
    if (zone == null) {
      errors.put(field, words.get("away.wrong.zone", typed.zone()));
      return null;
    }
    return new Travel(from, to, zone);
  }

  /// Returns the date of a text; null if it is none of this age.
  public static @Nullable LocalDate date(String text) {
    try {
      LocalDate date = LocalDate.parse(text.strip());
      return date.getYear() < 2000 || date.getYear() > 2200 ? null : date;
    } catch (DateTimeException notADate) {
      return null;
    }
  }

  /// Finds a zone by its name, or by the place that it is named after.
  private static @Nullable ZoneId zone(String typed) {
    try {
      return TimeZones.parse("zone", typed);
    } catch (InvalidValueException noName) {
      return TimeZones.places().stream()
          .map(ZoneId::of)
          .filter(zone -> ZoneNames.place(zone).equalsIgnoreCase(typed))
          .findFirst()
          .orElse(null);
    }
  }
}
