package org.meetwright.core.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.host.Host;

/// The authenticated host, and the session or token used.
///
/// @param credential the id of the session or API token
/// @param session whether it is a session
/// @param scopes what it may be used for; a session for everything
/// @param begunAt when the session began, or the token was made
/// @param expiresAt until when it lets in, exclusive; null if for ever
public record Caller(
    Host host,
    UUID credential,
    boolean session,
    Set<Scope> scopes,
    Instant begunAt,
    @Nullable Instant expiresAt) {
  /// How long a sign-in is recent: enough to show that it is the host who asks.
  public static final Duration RECENT = Duration.ofMinutes(15);

  /// Creates the caller.
  public Caller {
    scopes = Set.copyOf(scopes);
  }

  /// Returns whether he has signed in so lately that it is surely he.
  public boolean isRecent(Instant now) {
    return session && now.isBefore(begunAt.plus(RECENT));
  }

  /// Returns whether he may change something.
  public boolean mayChange() {
    return scopes.contains(Scope.WRITE);
  }
}
