package org.meetwright.server.limit;

import java.time.Duration;

/// Ends a request that came too soon after others.
public final class TooManyRequestsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Duration wait;

  /// Creates the exception.
  ///
  /// @param wait how long it takes until the next one is welcome
  public TooManyRequestsException(Duration wait) {
    super("Too many requests");
    this.wait = Duration.ofSeconds(Math.max(wait.plusMillis(999).toSeconds(), 1));
  }

  /// Returns how long it takes until the next one is welcome: whole seconds, at least one.
  public Duration retryAfter() {
    return wait;
  }
}
