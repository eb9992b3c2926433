package org.meetwright.core.limit;

import java.time.Duration;

/// A token bucket: so many times at once, and from then on once in a while.
///
/// @param burst how many tokens a full bucket holds, at least 1
/// @param step how long it takes until there is another one
public record RateLimit(int burst, Duration step) {
  /// Creates the limit.
  ///
  /// @throws IllegalArgumentException if either is not positive
  public RateLimit {
    if (burst < 1 || !step.isPositive()) {
      throw new IllegalArgumentException("must be positive: " + burst + ", " + step);
    }
  }

  /// Returns the limit of several who share a bucket.
  public RateLimit times(int many) {
    return new RateLimit(burst * many, step.dividedBy(many));
  }
}
