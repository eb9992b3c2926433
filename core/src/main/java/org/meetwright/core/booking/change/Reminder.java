package org.meetwright.core.booking.change;

import java.time.Duration;
import java.time.Instant;

/// A reminder of a meeting.
///
/// @param minutes how long before the start
/// @param due when it is told
public record Reminder(int minutes, Instant due) {
  static Reminder of(int minutes, Instant start) {
    return new Reminder(minutes, start.minus(Duration.ofMinutes(minutes)));
  }

  /// Returns what a message's key names it.
  public String key() {
    return "reminder-" + minutes;
  }
}
