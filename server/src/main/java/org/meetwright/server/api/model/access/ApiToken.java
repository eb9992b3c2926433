package org.meetwright.server.api.model.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An API token, as the API shows it.
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
  /// Several of them.
  public record Listing(List<ApiToken> tokens) {}

  /// Leaves the token itself out.
  @Override
  public String toString() {
    return "ApiToken[" + id + "]";
  }
}
