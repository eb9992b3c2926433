package org.meetwright.server.limit;

import java.time.Duration;

/// Ends a request that came too soon after others.
public final class TooManyRequestsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long retryAfterSeconds;

  /// Creates the exception.
  ///
  /// @param wait how long it takes until the next one is welcome
  public TooManyRequestsException(Duration wait) {
    super("Too many requests");
    retryAfterSeconds = wait.plusMillis(999).toSeconds();
  }

  /// Returns in how many whole seconds the next one is welcome, at least 1.
  public long retryAfterSeconds() {
    return Math.max(retryAfterSeconds, 1);
  }
}
