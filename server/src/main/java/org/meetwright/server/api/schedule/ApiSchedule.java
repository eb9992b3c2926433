package org.meetwright.server.api.schedule;

import static org.meetwright.core.value.InvalidValueException.shown;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.meetwright.core.schedule.DateOverride;
import org.meetwright.core.schedule.LocalHours;
import org.meetwright.core.schedule.Schedule;
import org.meetwright.core.schedule.WeeklyHours;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.TimeZones;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.exchange.Identified;

/// A schedule, as the API tells it.
public record ApiSchedule(
    UUID id,
    String name,
    String timeZone,
    boolean isDefault,
    List<Weekly> weeklyHours,
    List<OverrideDate> overrides)
    implements Identified {

  /// Open hours of every week.
  ///
  /// @param day MONDAY to SUNDAY
  /// @param start `HH:MM`, inclusive
  /// @param end `HH:MM`, exclusive, `24:00` allowed
  public record Weekly(String day, String start, String end) {}

  /// The hours of one date instead of the weekly ones; none to close it.
  public record OverrideDate(LocalDate date, List<Hours> intervals) {}

  /// Open hours of one date.
  public record Hours(String start, String end) {}

  /// Returns how the API tells a schedule.
  public static ApiSchedule of(Schedule schedule) {
    return new ApiSchedule(
        schedule.id(),
        schedule.name(),
        schedule.timeZone().getId(),
        schedule.isDefault(),
        schedule.weeklyHours().stream()
            .map(
                weekly ->
                    new Weekly(weekly.day().name(), weekly.hours().start(), weekly.hours().end()))
            .toList(),
        schedule.overrides().stream()
            .map(
                override ->
                    new OverrideDate(
                        override.date(),
                        override.hours().stream()
                            .map(hours -> new Hours(hours.start(), hours.end()))
                            .toList()))
            .toList());
  }

  /// Reads a schedule; an `id` in it is not looked at.
  static Schedule read(Fields fields, UUID id, UUID hostId) {
    fields.only("id", "name", "timeZone", "isDefault", "weeklyHours", "overrides");
    return new Schedule(
        id,
        hostId,
        fields.text("name"),
        TimeZones.parse("timeZone", fields.text("timeZone")),
        fields.yesNo("isDefault", false),
        fields.objects("weeklyHours", ApiSchedule::readWeekly),
        fields.objects("overrides", ApiSchedule::readOverride));
  }

  private static WeeklyHours readWeekly(Fields fields) {
    fields.only("day", "start", "end");
    String day = fields.text("day");
    try {
      return new WeeklyHours(
          DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)),
          LocalHours.parse(fields.text("start"), fields.text("end")));
    } catch (InvalidValueException wrong) {
      throw wrong;
    } catch (IllegalArgumentException notADay) {
      throw new InvalidValueException("day", "must be MONDAY to SUNDAY, not " + shown(day));
    }
  }

  private static DateOverride readOverride(Fields fields) {
    fields.only("date", "intervals");
    return new DateOverride(
        fields.date("date"), fields.objects("intervals", ApiSchedule::readHours));
  }

  private static LocalHours readHours(Fields fields) {
    fields.only("start", "end");
    return LocalHours.parse(fields.text("start"), fields.text("end"));
  }
}
