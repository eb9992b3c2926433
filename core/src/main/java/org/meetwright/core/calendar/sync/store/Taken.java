package org.meetwright.core.calendar.sync.store;

import java.time.Duration;
import java.time.Instant;

/// A time that an occurrence of an event takes.
///
/// @param start inclusive
/// @param end exclusive, after the start
/// @param summary empty if the event is private; at most 200 characters
public record Taken(Instant start, Instant end, String summary, boolean isPrivate) {
  private static final Duration SHORT = Duration.ofDays(1);

  /// Returns whether it is longer than a day, as the table distinguishes them.
  boolean spansDays() {
    return Duration.between(start, end).compareTo(SHORT) > 0;
  }
}
