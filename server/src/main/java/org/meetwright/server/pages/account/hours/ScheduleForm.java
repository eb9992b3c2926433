package org.meetwright.server.pages.account.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.meetwright.core.schedule.DateOverride;
import org.meetwright.core.schedule.Schedule;
import org.meetwright.core.schedule.WeeklyHours;
import org.meetwright.server.pages.account.hours.away.AwayForm;
import org.meetwright.server.pages.form.FormBody;

/// The form of a schedule, as it was typed. Dates outside the range that it shows stay as they are.
///
/// @param zone the name of its time zone
/// @param week the spans of each day, in the order of their rows
/// @param away holidays and travel
/// @param since the first date whose overrides it shows, as a date is written in ISO 8601
/// @param until the last such date; empty if it shows all to come
record ScheduleForm(
    String name,
    String zone,
    boolean isDefault,
    Map<DayOfWeek, List<TypedHours>> week,
    List<TypedDate> dates,
    AwayForm away,
    String since,
    String until) {
  /// How many spans a day can have here.
  static final int MOST_SPANS = 12;

  /// How many rows of dates are shown.
  static final int MOST_DATES = 150;

  /// What the fields of dates begin with.
  static final String DATE = "date";

  static ScheduleForm of(Schedule schedule, LocalDate today, HourFormat format) {
    Map<DayOfWeek, List<TypedHours>> week = emptyWeek();
    for (WeeklyHours weekly : schedule.weeklyHours()) {
      week.computeIfAbsent(weekly.day(), day -> new ArrayList<>())
          .add(TypedHours.of(weekly.hours(), format));
    }
    List<TypedDate> dates = new ArrayList<>();
    String until = "";
    for (DateOverride override : schedule.overrides()) {
      if (!override.date().isBefore(today)) {
        List<TypedDate> rows = rows(override, format);
        if (dates.size() + rows.size() > MOST_DATES) {
          until = override.date().minusDays(1).toString();
          break;
        }
        dates.addAll(rows);
      }
    }
    return new ScheduleForm(
        schedule.name(),
        schedule.timeZone().getId(),
        schedule.isDefault(),
        week,
        dates,
        AwayForm.of(schedule.away(), today),
        today.toString(),
        until);
  }

  private static Map<DayOfWeek, List<TypedHours>> emptyWeek() {
    Map<DayOfWeek, List<TypedHours>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, new ArrayList<>());
    }
    return week;
  }

  private static List<TypedDate> rows(DateOverride override, HourFormat format) {
    String date = override.date().toString();
    return override.hours().isEmpty()
        ? List.of(new TypedDate(date, TypedHours.NONE))
        : override.hours().stream()
            .map(hours -> new TypedDate(date, TypedHours.of(hours, format)))
            .toList();
  }

  static ScheduleForm of(FormBody form) {
    Map<DayOfWeek, List<TypedHours>> week = emptyWeek();
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, spans(form, day.name(), MOST_SPANS));
    }
    List<String> dates = form.all(DATE);
    List<TypedHours> hours = spans(form, DATE, MOST_DATES + 1);
    return new ScheduleForm(
        form.get("name"),
        form.get("timeZone"),
        !form.get("isDefault").isEmpty(),
        week,
        IntStream.range(0, Math.min(dates.size(), hours.size()))
            .mapToObj(row -> new TypedDate(dates.get(row), hours.get(row)))
            .toList(),
        AwayForm.of(form),
        form.get("since"),
        form.get("until"));
  }

  private static List<TypedHours> spans(FormBody form, String field, int most) {
    List<String> from = form.all(field + ".from");
    List<String> to = form.all(field + ".to");
    return IntStream.range(0, Math.min(most, Math.min(from.size(), to.size())))
        .mapToObj(row -> new TypedHours(from.get(row), to.get(row)))
        .toList();
  }

  /// Returns the same with a further row on a day: behind the last one, if that leaves room.
  ScheduleForm withHours(DayOfWeek day, HourFormat format) {
    List<TypedHours> spans = hours(day);
    TypedHours more = spans.isEmpty() ? TypedHours.usual(format) : TypedHours.NONE;
    return spans.size() == MOST_SPANS ? this : with(day, added(spans, more));
  }

  /// Returns the same without a row of a day.
  ScheduleForm withoutHours(DayOfWeek day, int row) {
    return with(day, without(hours(day), row));
  }

  /// Returns the same with Monday's hours on all weekdays.
  ScheduleForm withMondayOnWeekdays() {
    ScheduleForm copied = this;
    for (int day = 2; day <= 5; day++) {
      copied = copied.with(DayOfWeek.of(day), hours(DayOfWeek.MONDAY));
    }
    return copied;
  }

  /// Returns the same with a further date.
  ScheduleForm withDate() {
    TypedDate more = new TypedDate("", TypedHours.NONE);
    return dates.size() > MOST_DATES ? this : with(added(dates, more));
  }

  /// Returns the same without a row of a date.
  ScheduleForm withoutDate(int row) {
    return with(without(dates, row));
  }

  /// Returns the rows of a day.
  List<TypedHours> hours(DayOfWeek day) {
    return week.getOrDefault(day, List.of());
  }

  private ScheduleForm with(DayOfWeek day, List<TypedHours> spans) {
    Map<DayOfWeek, List<TypedHours>> other = new EnumMap<>(week);
    other.put(day, spans);
    return new ScheduleForm(name, zone, isDefault, other, dates, away, since, until);
  }

  /// Returns the same with other holidays and travel.
  ScheduleForm with(AwayForm other) {
    return new ScheduleForm(name, zone, isDefault, week, dates, other, since, until);
  }

  private ScheduleForm with(List<TypedDate> others) {
    return new ScheduleForm(name, zone, isDefault, week, others, away, since, until);
  }

  private static <T> List<T> added(List<T> rows, T row) {
    return Stream.concat(rows.stream(), Stream.of(row)).toList();
  }

  private static <T> List<T> without(List<T> rows, int row) {
    List<T> others = new ArrayList<>(rows);
    if (row >= 0 && row < others.size()) {
      others.remove(row);
    }
    return List.copyOf(others);
  }
}
