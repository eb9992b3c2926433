package org.meetwright.server.pages.account.hours;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.schedule.Away;
import org.meetwright.core.schedule.DateOverride;
import org.meetwright.core.schedule.LocalHours;
import org.meetwright.core.schedule.Schedule;
import org.meetwright.core.schedule.WeeklyHours;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.TimeZones;
import org.meetwright.server.pages.account.hours.away.AwayCheck;
import org.meetwright.server.text.Texts;

/// Reads the form of a schedule. All that is wrong is told at once.
final class ScheduleCheck {
  private static final int LAST_YEAR = 2200;

  private final Map<String, String> errors = new LinkedHashMap<>();
  private final ScheduleForm form;
  private final Schedule old;
  private final Texts words;

  private ScheduleCheck(ScheduleForm form, Schedule old, Texts words) {
    this.form = form;
    this.old = old;
    this.words = words;
  }

  /// The result of checking.
  sealed interface Result {}

  /// Everything is right.
  record Right(Schedule schedule) implements Result {}

  /// Something is wrong.
  ///
  /// @param errors what is wrong, by field: `name`, `timeZone`, `MONDAY.0`, `date.0`, `dates`
  record Wrong(Map<String, String> errors) implements Result {}

  /// Checks a form.
  ///
  /// @param old the schedule that it changes
  static Result of(ScheduleForm form, Schedule old, Texts words) {
    return new ScheduleCheck(form, old, words).check();
  }

  private Result check() {
    ZoneId zone =
        checked("timeZone", "hours.wrong.zone", () -> TimeZones.parse("timeZone", form.zone()));
    List<WeeklyHours> week = week();
    List<DateOverride> dates = dates();
    LocalDate since = AwayCheck.date(form.since());
    Away away =
        AwayCheck.of(
            form.away(), old.away(), since == null ? LocalDate.EPOCH : since, words, errors);
    Schedule schedule =
        checked(
            "name",
            "hours.wrong.name",
            () ->
                new Schedule(
                    old.id(),
                    old.hostId(),
                    form.name(),
                    zone == null ? old.timeZone() : zone,
                    old.isDefault() || form.isDefault(),
                    week,
                    dates,
                    away));
    return errors.isEmpty() ? new Right(Objects.requireNonNull(schedule)) : new Wrong(errors);
  }

  private <T> @Nullable T checked(String field, String key, Supplier<T> value) {
    try {
      return value.get();
    } catch (InvalidValueException wrong) {
      if (wrong.field().equals(field)) {
        errors.put(field, words.get(key));
      } else {
        errors.putIfAbsent("dates", words.get("hours.wrong.tooMany"));
      }
      return null;
    }
  }

  private List<WeeklyHours> week() {
    List<WeeklyHours> week = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      List<LocalHours> spans = new ArrayList<>();
      for (int row = 0; row < form.hours(day).size(); row++) {
        TypedHours typed = form.hours(day).get(row);
        if (!typed.isBlank()) {
          add(typed, spans, day.name() + "." + row);
        }
      }
      spans.forEach(span -> week.add(new WeeklyHours(day, span)));
    }
    return week;
  }

  /// Adds a span to those of its day, unless something is wrong with it.
  private void add(TypedHours typed, List<LocalHours> spans, String field) {
    String wrong = typed.wrong();
    if (!wrong.isEmpty()) {
      errors.put(field, words.get(wrong, typed.from().strip(), typed.to().strip()));
      return;
    }
    LocalHours span = typed.read();
    if (spans.stream().anyMatch(other -> overlap(span, other))) {
      errors.put(field, words.get("hours.wrong.overlap"));
    } else {
      spans.add(span);
    }
  }

  private static boolean overlap(LocalHours one, LocalHours other) {
    return one.startMinute() < other.endMinute() && other.startMinute() < one.endMinute();
  }

  private List<DateOverride> dates() {
    SortedMap<LocalDate, List<LocalHours>> dates = new TreeMap<>();
    for (DateOverride kept : old.overrides()) {
      if (!isShown(kept.date())) {
        dates.put(kept.date(), new ArrayList<>(kept.hours()));
      }
    }
    for (int row = 0; row < form.dates().size(); row++) {
      TypedDate typed = form.dates().get(row);
      if (!typed.isBlank()) {
        add(typed, dates, "date." + row);
      }
    }
    return dates.entrySet().stream()
        .map(date -> new DateOverride(date.getKey(), date.getValue()))
        .toList();
  }

  private boolean isShown(LocalDate date) {
    String text = date.toString();
    return text.compareTo(form.since()) >= 0
        && (form.until().isEmpty() || text.compareTo(form.until()) <= 0);
  }

  private void add(TypedDate typed, SortedMap<LocalDate, List<LocalHours>> dates, String field) {
    LocalDate date = date(typed.date().strip());
    if (date == null || !isShown(date)) {
      errors.put(
          field,
          words.get(date == null ? "hours.wrong.date" : "hours.wrong.dateRange", typed.date()));
      return;
    }
    List<LocalHours> spans = dates.computeIfAbsent(date, key -> new ArrayList<>());
    if (!typed.hours().isBlank()) {
      add(typed.hours(), spans, field);
    }
  }

  private static @Nullable LocalDate date(String text) {
    try {
      LocalDate date = LocalDate.parse(text);
      return date.getYear() > LAST_YEAR ? null : date;
    } catch (DateTimeException notADate) {
      return null;
    }
  }
}
