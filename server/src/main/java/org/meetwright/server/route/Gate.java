package org.meetwright.server.route;

import io.helidon.webserver.http.ServerRequest;

/// A check that a request has to pass once its route is known.
@FunctionalInterface
public interface Gate {
  /// Lets a request on, or ends it with an exception.
  void enter(Area area, ServerRequest request);

  /// Returns this gate with another behind it.
  default Gate then(Gate next) {
    return (area, request) -> {
      enter(area, request);
      next.enter(area, request);
    };
  }
}
