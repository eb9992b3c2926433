package org.meetwright.core.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.meetwright.core.database.mybatis.StoredRows;
import org.meetwright.core.schedule.ScheduleMapper.DateOverrideRow;
import org.meetwright.core.schedule.ScheduleMapper.ScheduleRow;
import org.meetwright.core.schedule.ScheduleMapper.WeeklyHoursRow;

/// Turns schedules into rows and back.
final class ScheduleRows {
  private ScheduleRows() {}

  static void insert(ScheduleMapper mapper, Schedule schedule) {
    mapper.insert(row(schedule));
    insertHours(mapper, schedule);
  }

  static ScheduleRow row(Schedule schedule) {
    PublicHolidays holidays = schedule.away().holidays();
    return new ScheduleRow(
        schedule.id(),
        schedule.hostId(),
        schedule.name(),
        schedule.timeZone(),
        schedule.isDefault(),
        holidays == null ? null : holidays.country(),
        holidays == null ? null : holidays.region(),
        holidays == null ? "" : String.join(" ", holidays.except()),
        schedule.away().travel().stream()
            .map(travel -> travel.from() + "/" + travel.to() + " " + travel.timeZone())
            .collect(Collectors.joining(";")));
  }

  private static Away away(ScheduleRow row) {
    PublicHolidays holidays =
        row.holidayCountry() == null
            ? null
            : new PublicHolidays(
                row.holidayCountry(), row.holidayRegion(), parts(row.holidaysExcept(), " "));
    return new Away(holidays, parts(row.travel(), ";").stream().map(ScheduleRows::travel).toList());
  }

  private static Travel travel(String text) {
    return new Travel(
        LocalDate.parse(text.substring(0, 10)),
        LocalDate.parse(text.substring(11, 21)),
        ZoneId.of(text.substring(22)));
  }

  private static List<String> parts(String text, String between) {
    return Arrays.stream(text.split(between)).filter(part -> !part.isEmpty()).toList();
  }

  static void insertHours(ScheduleMapper mapper, Schedule schedule) {
    for (WeeklyHours weekly : schedule.weeklyHours()) {
      mapper.insertWeeklyHours(
          new WeeklyHoursRow(
              schedule.id(),
              weekly.day().getValue(),
              weekly.hours().startMinute(),
              weekly.hours().endMinute()));
    }
    for (DateOverride override : schedule.overrides()) {
      String hours = String.join(" ", override.hours().stream().map(LocalHours::toString).toList());
      mapper.insertOverride(new DateOverrideRow(schedule.id(), override.date(), hours));
    }
  }

  static Schedule withHours(ScheduleMapper mapper, ScheduleRow row) {
    return StoredRows.read("schedule", row.id(), () -> whole(mapper, row));
  }

  private static Schedule whole(ScheduleMapper mapper, ScheduleRow row) {
    return new Schedule(
        row.id(),
        row.hostId(),
        row.name(),
        row.timeZone(),
        row.isDefault(),
        mapper.weeklyHours(row.id()).stream()
            .map(
                weekly ->
                    new WeeklyHours(
                        DayOfWeek.of(weekly.dayOfWeek()),
                        new LocalHours(weekly.startMinute(), weekly.endMinute())))
            .toList(),
        mapper.overrides(row.id()).stream()
            .map(override -> new DateOverride(override.overrideDate(), spans(override.hours())))
            .toList(),
        away(row));
  }

  private static List<LocalHours> spans(String hours) {
    return parts(hours, " ").stream()
        .map(span -> LocalHours.parse(span.substring(0, 5), span.substring(6)))
        .toList();
  }
}
