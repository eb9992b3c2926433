package org.meetwright.core.calendar.item.freebusy;

import java.time.Instant;

/// A time that is taken, by whatever it is.
///
/// @param start inclusive
/// @param end exclusive, after the start
/// @param tentative whether it may not be taken after all
public record BusyPeriod(Instant start, Instant end, boolean tentative) {
  /// Creates it.
  ///
  /// @throws IllegalArgumentException if it does not end after its start
  public BusyPeriod {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("A period ends after its start");
    }
  }
}
