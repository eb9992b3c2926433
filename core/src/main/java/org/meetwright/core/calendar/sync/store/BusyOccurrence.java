package org.meetwright.core.calendar.sync.store;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/// A time that an occurrence of an event takes.
///
/// @param start inclusive
/// @param end exclusive, after the start
/// @param summary empty if the event is private; at most 200 characters
public record BusyOccurrence(Instant start, Instant end, String summary, boolean isPrivate) {
  private static final Duration SHORT = Duration.ofDays(1);

  /// What no text of ours may hold, though anyone may write it into a calendar.
  private static final Pattern UNFIT =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069\\u2028\\u2029]+");

  /// Creates the time, with a summary that can be shown.
  public BusyOccurrence {
    summary = UNFIT.matcher(summary).replaceAll(" ");
  }

  /// Returns whether it is longer than a day, as the table distinguishes them.
  boolean spansDays() {
    return Duration.between(start, end).compareTo(SHORT) > 0;
  }
}
