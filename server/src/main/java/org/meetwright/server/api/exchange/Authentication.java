package org.meetwright.server.api.exchange;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.Caller;
import org.meetwright.core.host.Host;
import org.meetwright.server.api.exchange.ProblemException.Code;

/// Finds the host who sends a request, by the bearer token (RFC 6750).
public final class Authentication {
  private static final String SCHEME = "Bearer ";

  private final Access access;

  /// Creates it on the tokens of an installation.
  public Authentication(Access access) {
    this.access = access;
  }

  /// Returns the host.
  ///
  /// @throws ProblemException if there is no valid token, or one that may only look and the request
  ///   is to change something
  public Host host(ServerRequest request) {
    return caller(request).host();
  }

  /// Returns the host and what lets him in.
  ///
  /// @throws ProblemException as [#host]
  public Caller caller(ServerRequest request) {
    Caller caller = access.authenticate(token(request)).orElseThrow(Authentication::unauthorized);
    // What a route may change, it changes with another method.
    if (!request.prologue().method().equals(Method.GET) && !caller.mayChange()) {
      throw ProblemException.of(
          Code.FORBIDDEN,
          "This token may only read; use one with the scope write to change something.");
    }
    return caller;
  }

  /// Returns the host and the session that lets him in, for what concerns the account itself: an
  /// API token must not become the account of anyone who has got hold of it.
  ///
  /// @throws ProblemException as [#host], or if it is an API token
  public Caller session(ServerRequest request) {
    Caller caller = caller(request);
    if (!caller.session()) {
      throw ProblemException.of(
          Code.FORBIDDEN,
          "An API token can't do this; sign in with POST /api/v1/sessions and use its token.");
    }
    return caller;
  }

  /// Returns whether a host sends the request, with a token that may change something; a request
  /// without one is none of a host.
  public boolean mayChange(ServerRequest request) {
    return sent(request).flatMap(access::authenticate).filter(Caller::mayChange).isPresent();
  }

  /// Returns the token as it was sent.
  ///
  /// @throws ProblemException if there is none
  public static String token(ServerRequest request) {
    return sent(request).orElseThrow(Authentication::unauthorized);
  }

  private static Optional<String> sent(ServerRequest request) {
    return request
        .headers()
        .first(HeaderNames.AUTHORIZATION)
        .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(value -> value.substring(SCHEME.length()).strip());
  }

  private static ProblemException unauthorized() {
    return ProblemException.of(
        Code.UNAUTHORIZED,
        "Send a valid token in the header Authorization: Bearer TOKEN;"
            + " POST /api/v1/sessions gives one.");
  }
}
