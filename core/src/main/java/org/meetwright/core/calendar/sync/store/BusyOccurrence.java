package org.meetwright.core.calendar.sync.store;

import java.time.Instant;
import java.util.regex.Pattern;
import org.meetwright.core.time.Interval;

/// A time that an occurrence of an event takes.
///
/// @param start inclusive
/// @param end exclusive, after the start
/// @param summary empty if the event is private; at most 200 characters
public record BusyOccurrence(Instant start, Instant end, String summary, boolean isPrivate) {
  /// What no text of ours may hold, though anyone may write it into a calendar.
  private static final Pattern UNFIT =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069\\u2028\\u2029]+");

  /// Creates the time, with a summary that can be shown.
  public BusyOccurrence {
    summary = UNFIT.matcher(summary).replaceAll(" ");
  }

  /// Returns from when to when it is.
  Interval time() {
    return new Interval(start, end);
  }
}
