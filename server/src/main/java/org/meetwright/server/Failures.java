package org.meetwright.server;

import io.helidon.http.HttpException;
import io.helidon.http.Method;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ErrorHandler;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import org.meetwright.server.api.ApiRoutes;
import org.meetwright.server.pages.web.PageErrors;
import org.meetwright.server.route.Area;
import org.meetwright.server.route.Route;
import org.meetwright.server.route.RouteTable;

/// Where every exception of a request ends: programs are answered with a problem document, people
/// with a page.
record Failures(PageErrors pages, RouteTable routes) implements ErrorHandler<Throwable> {
  /// Answers programs that there is no such route, before a page can take its place.
  static final Handler UNKNOWN =
      (request, response) -> {
        throw new HttpException("No such route", Status.NOT_FOUND_404);
      };

  @Override
  public void handle(ServerRequest request, ServerResponse response, Throwable failure) {
    if (failure instanceof CloseConnectionException closed) {
      throw closed;
    }
    if (failure instanceof RequestException refused) {
      throw refused;
    }
    if (isHead(request)) {
      // Helidon would send a body, and the next answer on the connection would be taken for its
      // end.
      response.status(Status.METHOD_NOT_ALLOWED_405).send();
    } else if (isOfProgram(request)) {
      ApiRoutes.fail(response, failure);
    } else {
      pages.handle(request, response, failure);
    }
  }

  private boolean isOfProgram(ServerRequest request) {
    return Route.areaOf(request)
        .map(Area::audience)
        .orElseGet(() -> routes.audience(request.prologue().uriPath().rawPath()))
        .isProgram();
  }

  private static boolean isHead(ServerRequest request) {
    return request.prologue().method().equals(Method.HEAD);
  }
}
