package org.meetwright.server.api.model.access;

import java.time.Instant;

/// A session that was begun.
///
/// @param token the bearer token to send
public record ApiNewSession(String token, Instant expiresAt) {
  /// Leaves the token out.
  @Override
  public String toString() {
    return "ApiNewSession[until " + expiresAt + "]";
  }
}
