package org.meetwright.core.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;

/// When a host can be met.
///
/// @param timeZone the zone in which all hours and dates below are meant, except where `away` names
///   another; limits, booking windows and notice always go by this one
/// @param isDefault whether event types without a schedule of their own use this one
/// @param weeklyHours what is open every week, sorted by day and start
/// @param overrides dates that differ, sorted, each date once; they win over holidays
/// @param away public holidays, and dates that lie in another zone
public record Schedule(
    UUID id,
    UUID hostId,
    String name,
    ZoneId timeZone,
    boolean isDefault,
    List<WeeklyHours> weeklyHours,
    List<DateOverride> overrides,
    Away away) {
  /// How long a name may be, in characters.
  public static final int LONGEST_NAME = 100;

  private static final int MOST_HOURS = 200;
  private static final int MOST_OVERRIDES = 2000;

  /// Creates the schedule.
  ///
  /// @throws InvalidValueException if the name is not valid, hours of a day overlap, or a date has
  ///   two overrides
  public Schedule {
    name = Text.line("name", name, LONGEST_NAME);
    Text.number("weeklyHours", weeklyHours.size(), 0, MOST_HOURS);
    Text.number("overrides", overrides.size(), 0, MOST_OVERRIDES);
    weeklyHours = sorted(weeklyHours);
    overrides = sortedOverrides(overrides);
  }

  /// Creates a schedule without holidays and travel.
  ///
  /// @throws InvalidValueException as the other constructor does
  public Schedule(
      UUID id,
      UUID hostId,
      String name,
      ZoneId timeZone,
      boolean isDefault,
      List<WeeklyHours> weeklyHours,
      List<DateOverride> overrides) {
    this(id, hostId, name, timeZone, isDefault, weeklyHours, overrides, Away.NEVER);
  }

  /// Returns the same schedule as the host's default one.
  public Schedule asDefault() {
    return isDefault
        ? this
        : new Schedule(id, hostId, name, timeZone, true, weeklyHours, overrides, away);
  }

  /// Returns the zone in which the hours of a date are meant.
  public ZoneId zoneOn(LocalDate date) {
    for (Travel travel : away.travel()) {
      if (travel.contains(date)) {
        return travel.timeZone();
      }
    }
    return timeZone;
  }

  /// Returns the holiday that closes a date; null if none does, or the date has hours of its own.
  public PublicHolidays.@Nullable Closure holidayOn(LocalDate date) {
    PublicHolidays holidays = away.holidays();
    return holidays == null || overrides.stream().anyMatch(own -> own.date().equals(date))
        ? null
        : holidays.on(date);
  }

  private static List<WeeklyHours> sorted(List<WeeklyHours> weeklyHours) {
    Map<DayOfWeek, List<LocalHours>> byDay = new EnumMap<>(DayOfWeek.class);
    for (WeeklyHours hours : weeklyHours) {
      byDay.computeIfAbsent(hours.day(), day -> new ArrayList<>()).add(hours.hours());
    }
    List<WeeklyHours> sorted = new ArrayList<>();
    byDay.forEach(
        (day, hours) ->
            LocalHours.withoutOverlap("weeklyHours", hours)
                .forEach(span -> sorted.add(new WeeklyHours(day, span))));
    return List.copyOf(sorted);
  }

  private static List<DateOverride> sortedOverrides(List<DateOverride> overrides) {
    Map<LocalDate, DateOverride> byDate = new TreeMap<>();
    for (DateOverride override : overrides) {
      if (byDate.put(override.date(), override) != null) {
        throw new InvalidValueException(
            "overrides", "must name each date once, not twice: " + override.date());
      }
    }
    return List.copyOf(byDate.values());
  }
}
