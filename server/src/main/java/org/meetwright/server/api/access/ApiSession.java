package org.meetwright.server.api.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Sessions.Session;

/// A session, as the API tells it; never its token.
///
/// @param lastUsedAt to a few minutes; null if it was never used
/// @param begunWith the name of the browser or program that signed in; may be empty
/// @param current whether it is the one of who asks
public record ApiSession(
    UUID id,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant lastUsedAt,
    String begunWith,
    boolean current) {
  /// Returns how the API tells a session.
  ///
  /// @param asking the id of what lets in who asks; null if nobody does
  public static ApiSession of(Session session, @Nullable UUID asking) {
    return new ApiSession(
        session.id(),
        session.createdAt(),
        session.expiresAt(),
        session.lastUsedAt(),
        session.begunWith(),
        session.id().equals(asking));
  }
}
