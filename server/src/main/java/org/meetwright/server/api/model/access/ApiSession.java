package org.meetwright.server.api.model.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A session, as the API shows it; never its token.
///
/// @param lastUsedAt to a few minutes; null if it was never used
/// @param begunWith the name of the browser or program that signed in; may be empty
/// @param current whether it is the session of the request
public record ApiSession(
    UUID id,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant lastUsedAt,
    String begunWith,
    boolean current) {
  /// Several of them.
  public record Listing(List<ApiSession> sessions) {}
}
