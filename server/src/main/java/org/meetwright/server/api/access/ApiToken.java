package org.meetwright.server.api.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.ApiTokens;
import org.meetwright.core.access.Scope;

/// An API token, as the API tells it.
///
/// @param scopes `read`, and `write` if it may change something
/// @param lastUsedAt to a few minutes; null if it was never used
/// @param expiresAt exclusive; null if it never does
/// @param token the token itself; null but when it is made
public record ApiToken(
    UUID id,
    String name,
    List<String> scopes,
    Instant createdAt,
    @Nullable Instant lastUsedAt,
    @Nullable Instant expiresAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String token) {
  /// Returns how the API tells a token.
  ///
  /// @param secret the token itself; null to leave it out
  public static ApiToken of(ApiTokens.ApiToken token, @Nullable String secret) {
    return new ApiToken(
        token.id(),
        token.name(),
        token.scopes().stream().sorted().map(Scope::word).toList(),
        token.createdAt(),
        token.lastUsedAt(),
        token.expiresAt(),
        secret);
  }
}
