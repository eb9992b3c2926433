package org.meetwright.server.api.exchange;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import org.meetwright.core.access.Access;
import org.meetwright.core.host.Host;
import org.meetwright.server.api.exchange.ProblemException.Code;

/// Tells which host sends a request, by its bearer token (RFC 6750).
public final class Authentication {
  private static final String SCHEME = "Bearer ";

  private final Access access;

  /// Creates it on the tokens of an installation.
  public Authentication(Access access) {
    this.access = access;
  }

  /// Returns the host.
  ///
  /// @throws ProblemException if there is no valid token
  public Host host(ServerRequest request) {
    return access.authenticate(token(request)).orElseThrow(Authentication::unauthorized);
  }

  /// Returns the token as it was sent.
  ///
  /// @throws ProblemException if there is none
  public static String token(ServerRequest request) {
    return request
        .headers()
        .first(HeaderNames.AUTHORIZATION)
        .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(value -> value.substring(SCHEME.length()).strip())
        .orElseThrow(Authentication::unauthorized);
  }

  private static ProblemException unauthorized() {
    return ProblemException.of(
        Code.UNAUTHORIZED,
        "Send a valid token in the header Authorization: Bearer TOKEN;"
            + " POST /api/v1/sessions gives one.");
  }
}
