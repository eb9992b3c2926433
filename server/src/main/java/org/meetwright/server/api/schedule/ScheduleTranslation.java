package org.meetwright.server.api.schedule;

import static org.meetwright.core.value.InvalidValueException.shown;

import java.time.DayOfWeek;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.schedule.Away;
import org.meetwright.core.schedule.DateOverride;
import org.meetwright.core.schedule.LocalHours;
import org.meetwright.core.schedule.PublicHolidays;
import org.meetwright.core.schedule.Schedule;
import org.meetwright.core.schedule.Schedules;
import org.meetwright.core.schedule.Travel;
import org.meetwright.core.schedule.WeeklyHours;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.TimeZones;
import org.meetwright.server.api.exchange.ExportPart;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.model.schedule.ApiSchedule;
import org.meetwright.server.api.model.schedule.ScheduleRequest;

/// Translates schedules to and from the API.
public final class ScheduleTranslation {
  private ScheduleTranslation() {}

  /// Returns how the API tells a schedule.
  public static ApiSchedule toApi(Schedule schedule) {
    return new ApiSchedule(
        schedule.id(),
        schedule.name(),
        schedule.timeZone().getId(),
        schedule.isDefault(),
        schedule.weeklyHours().stream().map(ScheduleTranslation::toApi).toList(),
        schedule.overrides().stream().map(ScheduleTranslation::toApi).toList(),
        toApi(schedule.away().holidays()),
        schedule.away().travel().stream().map(ScheduleTranslation::toApi).toList());
  }

  private static ApiSchedule.@Nullable Holidays toApi(@Nullable PublicHolidays holidays) {
    return holidays == null
        ? null
        : new ApiSchedule.Holidays(holidays.country(), holidays.region(), holidays.except());
  }

  private static ApiSchedule.Travel toApi(Travel travel) {
    return new ApiSchedule.Travel(travel.from(), travel.to(), travel.timeZone().getId());
  }

  private static ApiSchedule.Weekly toApi(WeeklyHours weekly) {
    return new ApiSchedule.Weekly(
        weekly.day().name(), weekly.hours().start(), weekly.hours().end());
  }

  private static ApiSchedule.OverrideDate toApi(DateOverride override) {
    return new ApiSchedule.OverrideDate(
        override.date(),
        override.hours().stream()
            .map(hours -> new ApiSchedule.Hours(hours.start(), hours.end()))
            .toList());
  }

  /// Reads a schedule; an `id` in it is not looked at.
  public static Schedule read(Fields fields, UUID id, UUID hostId) {
    fields.only(ScheduleRequest.class);
    return new Schedule(
        id,
        hostId,
        fields.text("name"),
        TimeZones.parse("timeZone", fields.text("timeZone")),
        fields.yesNo("isDefault", false),
        fields.objects("weeklyHours", ScheduleTranslation::readWeekly),
        fields.objects("overrides", ScheduleTranslation::readOverride),
        new Away(
            fields.optionalObject("holidays").isEmpty()
                ? null
                : fields.inside("holidays", ScheduleTranslation::readHolidays),
            fields.objects("travel", ScheduleTranslation::readTravel)));
  }

  private static PublicHolidays readHolidays(Fields fields) {
    fields.only(ApiSchedule.Holidays.class);
    return PublicHolidays.of(
        fields.text("country"),
        fields.optionalText("region").orElse(null),
        fields.texts("except", Function.identity()));
  }

  private static Travel readTravel(Fields fields) {
    fields.only(ApiSchedule.Travel.class);
    return new Travel(
        fields.date("from"),
        fields.date("to"),
        TimeZones.parse("timeZone", fields.text("timeZone")));
  }

  private static WeeklyHours readWeekly(Fields fields) {
    fields.only(ApiSchedule.Weekly.class);
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
    fields.only(ApiSchedule.OverrideDate.class);
    return new DateOverride(
        fields.date("date"), fields.objects("intervals", ScheduleTranslation::readHours));
  }

  private static LocalHours readHours(Fields fields) {
    fields.only(ApiSchedule.Hours.class);
    return LocalHours.parse(fields.text("start"), fields.text("end"));
  }

  /// Returns a host's schedules, for the export.
  public static ExportPart exported(Schedules schedules) {
    return ExportPart.of(
        "schedules",
        host -> schedules.list(host.id()).stream().map(ScheduleTranslation::toApi).toList());
  }
}
