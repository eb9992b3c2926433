package org.meetwright.server.route;

import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;

/// A route as it was registered.
///
/// @param method a word such as `GET`, or `*` for any
/// @param pattern its whole path, for example `/b/{token}/cancel`; `*` at the end stands for any
///   rest
public record Route(String method, String pattern, Area area) {
  /// The parameter of a pattern that is a secret.
  static final String SECRET = "{token}";

  /// Returns the route that a request has come to; empty if it has come to none yet.
  public static Optional<Route> of(ServerRequest request) {
    return request.context().get(Route.class);
  }

  /// Returns the area that a request has come to; empty if it has come to none yet.
  public static Optional<Area> areaOf(ServerRequest request) {
    return of(request).map(Route::area);
  }

  /// Returns whether a path is one of this route's.
  boolean leadsFrom(String path) {
    String[] told = pattern.split("/", -1);
    String[] asked = path.split("/", -1);
    for (int i = 0; i < told.length; i++) {
      if (told[i].equals("*")) {
        return true;
      }
      if (i >= asked.length || !(told[i].startsWith("{") || told[i].equals(asked[i]))) {
        return false;
      }
    }
    return told.length == asked.length;
  }
}
