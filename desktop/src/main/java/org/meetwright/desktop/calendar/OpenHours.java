package org.meetwright.desktop.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.meetwright.server.api.model.schedule.ApiSchedule;

/// The hours of a schedule on certain dates, to be drawn behind a calendar. What can be booked the
/// server alone says.
final class OpenHours {
  private static final String MIDNIGHT = "24:00";

  private OpenHours() {}

  static List<Shown.Span> of(
      ApiSchedule schedule, LocalDate first, int days, Set<LocalDate> holidays) {
    List<Shown.Span> open = new ArrayList<>();
    for (int i = 0; i < days; i++) {
      LocalDate date = first.plusDays(i);
      ZoneId zone = zone(schedule, date);
      for (ApiSchedule.Hours hours : hours(schedule, date, holidays)) {
        open.add(
            new Shown.Span(
                at(date, hours.start(), zone).toInstant(),
                at(date, hours.end(), zone).toInstant(),
                ""));
      }
    }
    return open;
  }

  private static List<ApiSchedule.Hours> hours(
      ApiSchedule schedule, LocalDate date, Set<LocalDate> holidays) {
    Optional<ApiSchedule.OverrideDate> own =
        schedule.overrides().stream().filter(one -> one.date().equals(date)).findFirst();
    if (own.isPresent()) {
      return own.get().intervals();
    }
    return holidays.contains(date)
        ? List.of()
        : schedule.weeklyHours().stream()
            .filter(one -> one.day().equals(date.getDayOfWeek().name()))
            .map(one -> new ApiSchedule.Hours(one.start(), one.end()))
            .toList();
  }

  private static ZoneId zone(ApiSchedule schedule, LocalDate date) {
    return schedule.travel().stream()
        .filter(one -> !date.isBefore(one.from()) && !date.isAfter(one.to()))
        .findFirst()
        .map(one -> ZoneId.of(one.timeZone()))
        .orElse(ZoneId.of(schedule.timeZone()));
  }

  private static ZonedDateTime at(LocalDate date, String time, ZoneId zone) {
    return time.equals(MIDNIGHT)
        ? date.plusDays(1).atStartOfDay(zone)
        : date.atTime(LocalTime.parse(time)).atZone(zone);
  }
}
