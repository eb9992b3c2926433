package org.meetwright.server.api.exchange;

import io.helidon.webserver.http.ServerRequest;
import java.util.UUID;

/// The path of a request.
public final class Path {
  private Path() {}

  /// Returns a parameter.
  public static String text(ServerRequest request, String name) {
    return request.path().pathParameters().get(name);
  }

  /// Returns the parameter `id`; what is no id is nothing that could be found.
  ///
  /// @throws ProblemException if it is not an id
  public static UUID id(ServerRequest request) {
    return id(request, "id");
  }

  /// Returns a parameter that is an id; what is no id is nothing that could be found.
  ///
  /// @throws ProblemException if it is not an id
  public static UUID id(ServerRequest request, String name) {
    String text = text(request, name);
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notAnId) {
      throw ProblemException.notFound("object with the id", text);
    }
  }
}
