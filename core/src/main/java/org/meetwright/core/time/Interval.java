package org.meetwright.core.time;

import java.time.Duration;
import java.time.Instant;

/// A half-open, non-empty interval of absolute time.
///
/// @param startInclusive the first instant inside
/// @param endExclusive the first instant after it
public record Interval(Instant startInclusive, Instant endExclusive) {

  /// Creates the interval.
  ///
  /// @throws IllegalArgumentException if the end is not after the start
  public Interval {
    if (!startInclusive.isBefore(endExclusive)) {
      throw new IllegalArgumentException(
          "An interval must end after its start: " + startInclusive + " to " + endExclusive);
    }
  }

  /// Returns how long it is.
  public Duration duration() {
    return Duration.between(startInclusive, endExclusive);
  }

  /// Returns whether the two have an instant in common. Touching intervals have none.
  public boolean overlaps(Interval other) {
    return startInclusive.isBefore(other.endExclusive)
        && other.startInclusive.isBefore(endExclusive);
  }

  /// Returns this interval made longer on both sides.
  ///
  /// @param before how much earlier it starts; not negative
  /// @param after how much later it ends; not negative
  public Interval padded(Duration before, Duration after) {
    return new Interval(startInclusive.minus(before), endExclusive.plus(after));
  }
}
