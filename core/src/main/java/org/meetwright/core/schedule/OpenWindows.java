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
import java.util.TreeMap;
import org.meetwright.core.time.IntervalSet;

/// Turns the local hours of a schedule into windows of absolute time. Each local edge is converted
/// once: where clocks are put back, by the earlier offset; where they are put forward, to the
/// instant of the change, so that hours which do not exist offer nothing. Touching windows are
/// joined.
public final class OpenWindows {
  /// A window that never begins, because the schedule is open always, begins on this local date.
  private static final LocalDate BEGINNING = LocalDate.EPOCH;

  /// After so many days that are open without a break, look for the break elsewhere.
  private static final int LONG_STRETCH = 14;

  private final ZoneId zone;
  private final EnumMap<DayOfWeek, List<LocalHours>> weekly;
  private final TreeMap<LocalDate, List<LocalHours>> overrides = new TreeMap<>();

  private OpenWindows(Schedule schedule, boolean withOverrides) {
    zone = schedule.timeZone();
    weekly =
        schedule.weeklyHours().stream()
            .collect(
                groupingBy(
                    WeeklyHours::day,
                    () -> new EnumMap<>(DayOfWeek.class),
                    mapping(WeeklyHours::hours, toList())));
    if (withOverrides) {
      schedule.overrides().forEach(override -> overrides.put(override.date(), override.hours()));
    }
  }

  /// Returns the windows that touch the local dates `first` to `last`, both inclusive. A window
  /// that began earlier has its true start, however long ago; one that goes on after `last` may be
  /// cut two days later.
  public static IntervalSet between(Schedule schedule, LocalDate first, LocalDate last) {
    return new OpenWindows(schedule, true).between(first, last);
  }

  /// Like [#between(Schedule, LocalDate, LocalDate)], as if the schedule had no date overrides.
  public static IntervalSet withoutOverrides(Schedule schedule, LocalDate first, LocalDate last) {
    return new OpenWindows(schedule, false).between(first, last);
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
    LocalDate start = joinedFrom(first.minusDays(1));
    LocalDate end = last.plusDays(2);
    IntervalSet.Builder windows = new IntervalSet.Builder(64);
    LocalDate date = start;
    if (start.isBefore(first.minusDays(LONG_STRETCH))) {
      add(windows, start);
      date = first.minusDays(1);
      windows.add(epochSecond(start.plusDays(1), 0), epochSecond(date, 0));
    }
    for (; !date.isAfter(end); date = date.plusDays(1)) {
      add(windows, date);
    }
    return windows.build();
  }

  /// Returns the last date up to the given one that has a break: a window that is open at the end
  /// of the given date began after that break.
  private LocalDate joinedFrom(LocalDate date) {
    LocalDate day = date;
    while (openAllDay(hours(day)) && day.isAfter(BEGINNING)) {
      if (day.isBefore(date.minusDays(LONG_STRETCH)) && alwaysOpenByWeek()) {
        return lastBreakBefore(day);
      }
      day = day.minusDays(1);
    }
    return day;
  }

  private LocalDate lastBreakBefore(LocalDate day) {
    for (LocalDate date : overrides.headMap(day, true).descendingKeySet()) {
      if (!openAllDay(hours(date))) {
        return date;
      }
    }
    return BEGINNING;
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
    return override != null ? override : weekly.getOrDefault(date.getDayOfWeek(), List.of());
  }

  private void add(IntervalSet.Builder windows, LocalDate date) {
    for (LocalHours span : hours(date)) {
      windows.add(epochSecond(date, span.startMinute()), epochSecond(date, span.endMinute()));
    }
  }

  private long epochSecond(LocalDate date, int minute) {
    return epochSecond(date.atStartOfDay().plusMinutes(minute), zone.getRules());
  }

  private static long epochSecond(LocalDateTime edge, ZoneRules rules) {
    List<ZoneOffset> offsets = rules.getValidOffsets(edge);
    return offsets.isEmpty()
        ? rules.getTransition(edge).toEpochSecond()
        : edge.toEpochSecond(offsets.getFirst());
  }
}
