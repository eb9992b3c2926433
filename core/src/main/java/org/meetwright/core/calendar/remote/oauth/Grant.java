package org.meetwright.core.calendar.remote.oauth;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a service hands out to whoever has a host's consent (RFC 6749, section 5.1).
///
/// @param refreshToken null if the service gave none: of a renewal, the old one stays
/// @param lifetime how long the access token is good
/// @param scopes what was consented to; empty if the service does not say, which means what was
///   asked for
/// @param owner whose account it is; null if the service does not say, as with renewals
public record Grant(
    String accessToken,
    @Nullable String refreshToken,
    Duration lifetime,
    Set<String> scopes,
    @Nullable Owner owner) {
  /// How long a token may be, in characters.
  public static final int LONGEST_TOKEN = 12_000;

  /// Whose account it is.
  ///
  /// @param subject what the service calls it for ever
  /// @param name what its owner knows it by, mostly an e-mail address
  public record Owner(String subject, String name) {}

  /// Creates the grant.
  public Grant {
    scopes = Set.copyOf(scopes);
  }

  /// Shows no token.
  @Override
  public String toString() {
    return "Grant[" + scopes + "]";
  }
}
