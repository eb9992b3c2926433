package org.meetwright.core.schedule;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.time.IntervalSet;

/// Turns the local hours of a schedule into windows of absolute time. Each local edge is converted
/// once: where clocks are put back, by the earlier offset; where they are put forward, to the
/// instant of the change, so that hours which do not exist offer nothing. Hours of dates that lie
/// in another zone are read there. Windows that touch or overlap are joined.
public final class OpenWindows {
  /// A window that never begins, because the schedule is open always, begins on this local date.
  private static final LocalDate BEGINNING = LocalDate.EPOCH;

  /// After so many days that are open without a break, look for the break elsewhere.
  private static final int LONG_STRETCH = 14;

  /// Dates with the same name in two zones are at most this many days apart, rounded up.
  private static final int ZONES_APART = 2;

  private final Schedule schedule;
  private final @Nullable PublicHolidays holidays;
  private final EnumMap<DayOfWeek, List<LocalHours>> weekly;
  private final TreeMap<LocalDate, List<LocalHours>> overrides = new TreeMap<>();

  private OpenWindows(Schedule schedule, boolean usual) {
    this.schedule = schedule;
    weekly =
        schedule.weeklyHours().stream()
            .collect(
                groupingBy(
                    WeeklyHours::day,
                    () -> new EnumMap<>(DayOfWeek.class),
                    mapping(WeeklyHours::hours, toList())));
    holidays = usual ? null : schedule.away().holidays();
    if (!usual) {
      schedule.overrides().forEach(override -> overrides.put(override.date(), override.hours()));
    }
  }

  /// Returns the windows that touch the local dates `first` to `last`, both inclusive, of the
  /// schedule's own zone. A window that began earlier has its true start, however long ago; one
  /// that goes on after `last` may be cut two days later.
  public static IntervalSet between(Schedule schedule, LocalDate first, LocalDate last) {
    return new OpenWindows(schedule, false).between(first, last);
  }

  /// Like [#between(Schedule, LocalDate, LocalDate)], as if the schedule had neither date overrides
  /// nor holidays.
  public static IntervalSet usual(Schedule schedule, LocalDate first, LocalDate last) {
    return new OpenWindows(schedule, true).between(first, last);
  }

  /// Returns the instants that the hours of one date are about: empty where the zone skips the
  /// date.
  public static IntervalSet ofDate(LocalDate date, ZoneId zone) {
    return new IntervalSet.Builder(1)
        .add(
            epochSecond(date.atStartOfDay(), zone.getRules()),
            epochSecond(date.plusDays(1).atStartOfDay(), zone.getRules()))
        .build();
  }

  private IntervalSet between(LocalDate first, LocalDate last) {
    int apart = schedule.away().travel().isEmpty() ? 0 : ZONES_APART;
    LocalDate before = first.minusDays(1L + apart);
    LocalDate end = last.plusDays(2L + apart);
    IntervalSet.Builder windows = new IntervalSet.Builder(64);
    addUntil(windows, before);
    addAll(windows, before.plusDays(1), end);
    return windows.build();
  }

  /// Adds the windows of a date, and of all dates before it that they may be joined with.
  private void addUntil(IntervalSet.Builder windows, LocalDate last) {
    LocalDate date = last;
    while (date.isAfter(BEGINNING) && !hasBreak(date)) {
      if (date.isBefore(last.minusDays(LONG_STRETCH)) && alwaysOpenByWeek()) {
        LocalDate unusual = lastUnusualBefore(date);
        addUntil(windows, unusual);
        windows.add(epochSecond(unusual.plusDays(1), 0), epochSecond(date, 0));
        break;
      }
      date = date.minusDays(1);
    }
    addAll(windows, date, last);
  }

  private void addAll(IntervalSet.Builder windows, LocalDate first, LocalDate last) {
    for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
      for (LocalHours span : hours(date)) {
        windows.add(epochSecond(date, span.startMinute()), epochSecond(date, span.endMinute()));
      }
    }
  }

  /// Returns whether no window that is open before a date can be open after it.
  private boolean hasBreak(LocalDate date) {
    List<LocalHours> hours = hours(date);
    if (openAllDay(hours) || lastNearChangeOfZone(date).equals(date)) {
      return false;
    }
    IntervalSet.Builder open = new IntervalSet.Builder(hours.size());
    addAll(open, date, date);
    return !ofDate(date, schedule.zoneOn(date)).minus(open.build()).isEmpty();
  }

  /// Returns the last date before another after which the week may not be open as usual.
  private LocalDate lastUnusualBefore(LocalDate date) {
    LocalDate last = BEGINNING;
    for (Map.Entry<LocalDate, List<LocalHours>> override :
        overrides.headMap(date, false).descendingMap().entrySet()) {
      if (!openAllDay(override.getValue())) {
        last = override.getKey();
        break;
      }
    }
    LocalDate holiday = holidays == null ? null : holidays.lastBefore(date);
    if (holiday != null && holiday.isAfter(last)) {
      last = holiday;
    }
    LocalDate change = lastNearChangeOfZone(date.minusDays(1));
    return change.isAfter(last) ? change : last;
  }

  /// Returns the last of the dates up to one at which the zone changes so soon before or after that
  /// their hours may lie beside those of other dates; the beginning if there is none.
  private LocalDate lastNearChangeOfZone(LocalDate until) {
    LocalDate last = BEGINNING;
    for (Travel travel : schedule.away().travel()) {
      for (LocalDate change : List.of(travel.from(), travel.to().plusDays(1))) {
        LocalDate after = change.plusDays(ZONES_APART - 1L);
        LocalDate near = after.isAfter(until) ? until : after;
        if (!near.isBefore(change.minusDays(ZONES_APART)) && near.isAfter(last)) {
          last = near;
        }
      }
    }
    return last;
  }

  private boolean alwaysOpenByWeek() {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (!openAllDay(weekly.getOrDefault(day, List.of()))) {
        return false;
      }
    }
    return true;
  }

  private static boolean openAllDay(List<LocalHours> hours) {
    int openUntil = 0;
    for (LocalHours span : hours) {
      if (span.startMinute() != openUntil) {
        return false;
      }
      openUntil = span.endMinute();
    }
    return openUntil == LocalHours.DAY;
  }

  private List<LocalHours> hours(LocalDate date) {
    List<LocalHours> override = overrides.get(date);
    if (override != null) {
      return override;
    }
    return holidays != null && holidays.close(date)
        ? List.of()
        : weekly.getOrDefault(date.getDayOfWeek(), List.of());
  }

  private long epochSecond(LocalDate date, int minute) {
    return epochSecond(date.atStartOfDay().plusMinutes(minute), schedule.zoneOn(date).getRules());
  }

  private static long epochSecond(LocalDateTime edge, ZoneRules rules) {
    List<ZoneOffset> offsets = rules.getValidOffsets(edge);
    return offsets.isEmpty()
        ? rules.getTransition(edge).toEpochSecond()
        : edge.toEpochSecond(offsets.getFirst());
  }
}
