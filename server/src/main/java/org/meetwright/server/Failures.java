package org.meetwright.server;

import io.helidon.http.HttpException;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ErrorHandler;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import org.meetwright.server.api.ApiRoutes;
import org.meetwright.server.pages.PageErrors;

/// Where every exception of a request ends: programs are answered with a problem document, people
/// with a page.
record Failures(PageErrors pages) implements ErrorHandler<Throwable> {
  /// Answers programs that there is no such route, before a page can take its place.
  static final Handler UNKNOWN =
      (request, response) -> {
        throw new HttpException("No such route", Status.NOT_FOUND_404);
      };

  @Override
  public void handle(ServerRequest request, ServerResponse response, Throwable failure) {
    String path = request.prologue().uriPath().path();
    if (isHead(request)) {
      // Helidon would send a body, and the next answer on the connection would be taken for its
      // end.
      response.status(Status.METHOD_NOT_ALLOWED_405).send();
    } else if (isOfPrograms(path)) {
      ApiRoutes.fail(response, failure);
    } else {
      pages.handle(request, response, failure);
    }
  }

  /// Returns whether programs ask for a path, rather than people.
  static boolean isOfPrograms(String path) {
    return path.startsWith("/api/")
        || path.startsWith("/health")
        || path.startsWith("/openapi")
        || path.equals("/metrics");
  }

  private static boolean isHead(ServerRequest request) {
    return request.prologue().method().equals(Method.HEAD);
  }
}
