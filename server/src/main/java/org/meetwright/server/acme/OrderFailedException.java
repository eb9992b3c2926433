package org.meetwright.server.acme;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Says why there is no certificate.
final class OrderFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final @Nullable Instant notBefore;

  /// @param reason for people
  /// @param notBefore before when the authority wants no further try; null if it does not say
  OrderFailedException(String reason, @Nullable Instant notBefore, @Nullable Throwable cause) {
    super(reason, cause);
    this.notBefore = notBefore;
  }

  @Nullable Instant notBefore() {
    return notBefore;
  }
}
