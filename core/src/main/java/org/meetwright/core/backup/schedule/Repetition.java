package org.meetwright.core.backup.schedule;

import java.time.Duration;
import java.util.Locale;

/// How often backups are made.
public enum Repetition {
  /// Every hour.
  HOUR(Duration.ofHours(1)),
  /// Every 24 hours.
  DAY(Duration.ofDays(1)),
  /// Every seven days.
  WEEK(Duration.ofDays(7));

  private final Duration length;

  Repetition(Duration length) {
    this.length = length;
  }

  /// Returns the time from one to the next.
  Duration length() {
    return length;
  }

  /// Returns the word for it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
