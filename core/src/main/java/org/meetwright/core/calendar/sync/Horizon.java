package org.meetwright.core.calendar.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// For which time events are expanded to busy times. What lies beyond is not known. It moves on by
/// a whole day.
///
/// @param from inclusive
/// @param until exclusive
record Horizon(Instant from, Instant until) {
  private static final Duration BACK = Duration.ofDays(30);
  private static final Duration AHEAD = Duration.ofDays(400);

  static Horizon at(Instant now) {
    Instant today = now.truncatedTo(ChronoUnit.DAYS);
    return new Horizon(today.minus(BACK), today.plus(AHEAD));
  }
}
