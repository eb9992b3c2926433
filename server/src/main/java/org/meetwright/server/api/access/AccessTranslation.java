package org.meetwright.server.api.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.ApiTokens;
import org.meetwright.core.access.Scope;
import org.meetwright.core.access.Sessions;
import org.meetwright.server.api.exchange.ExportPart;
import org.meetwright.server.api.model.access.ApiSession;
import org.meetwright.server.api.model.access.ApiToken;

/// Translates sessions and tokens to the API.
public final class AccessTranslation {
  private AccessTranslation() {}

  /// Returns how the API tells a session.
  ///
  /// @param asking the id of the caller's session or token; null if there is none
  public static ApiSession toApi(Sessions.Session session, @Nullable UUID asking) {
    return new ApiSession(
        session.id(),
        session.createdAt(),
        session.expiresAt(),
        session.lastUsedAt(),
        session.begunWith(),
        session.id().equals(asking));
  }

  /// Returns how the API tells a token.
  ///
  /// @param secret the token itself; null to leave it out
  public static ApiToken toApi(ApiTokens.ApiToken token, @Nullable String secret) {
    return new ApiToken(
        token.id(),
        token.name(),
        token.scopes().stream().sorted().map(Scope::word).toList(),
        token.createdAt(),
        token.lastUsedAt(),
        token.expiresAt(),
        secret);
  }

  /// Returns where a host is signed in, and his tokens, for the export.
  public static ExportPart exported(Access access) {
    return (host, scopes, json) -> {
      json.writePOJOProperty(
          "sessions",
          access.sessions().list(host.id()).stream().map(session -> toApi(session, null)).toList());
      json.writePOJOProperty(
          "tokens",
          access.tokens().list(host.id()).stream().map(token -> toApi(token, null)).toList());
    };
  }
}
