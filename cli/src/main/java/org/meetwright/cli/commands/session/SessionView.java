package org.meetwright.cli.commands.session;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Sessions.HostSession;

/// A session as JSON: as the API shows it to its host, with the host.
record SessionView(
    UUID id,
    String host,
    Instant createdAt,
    @Nullable Instant lastUsedAt,
    Instant expiresAt,
    String begunWith) {

  /// Several sessions.
  record Listing(List<SessionView> sessions) {}

  static SessionView of(HostSession held) {
    return new SessionView(
        held.session().id(),
        held.handle(),
        held.session().createdAt(),
        held.session().lastUsedAt(),
        held.session().expiresAt(),
        held.session().begunWith());
  }
}
