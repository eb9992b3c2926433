package org.meetwright.core.time;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;

/// The instants that a local date stands for in a time zone.
public final class LocalDates {
  private LocalDates() {}

  /// Returns the seconds whose local date lies between two dates.
  ///
  /// @param first the first date, inclusive
  /// @param last the last date, inclusive
  public static IntervalSet between(LocalDate first, LocalDate last, ZoneId zone) {
    return notBefore(first, zone).minus(notBefore(last.plusDays(1), zone));
  }

  /// Returns the seconds whose local date is the given one or later. This is one interval, except
  /// where clocks are put back across midnight (St. John's until 2011, at 00:01): there the date
  /// begins, the old one returns, and the date begins once more.
  public static IntervalSet notBefore(LocalDate date, ZoneId zone) {
    long begin = date.atStartOfDay(zone).toEpochSecond();
    LocalDateTime midnight = date.atStartOfDay();
    ZoneOffsetTransition transition = zone.getRules().getTransition(midnight);
    if (transition == null || !transition.isOverlap()) {
      return IntervalSet.of(begin, IntervalSet.LAST_SECOND);
    }
    ZoneOffset after = transition.getOffsetAfter();
    return new IntervalSet.Builder(2)
        .add(begin, transition.toEpochSecond())
        .add(midnight.toEpochSecond(after), IntervalSet.LAST_SECOND)
        .build();
  }
}
