package org.meetwright.server.operations;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.function.BooleanSupplier;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Migrations;

/// `/health`, `/health/live`, `/health/ready` and `/metrics`.
public final class OperationsRoutes implements HttpService {
  private final Database database;
  private final Metrics metrics;
  private final BooleanSupplier closing;

  /// Creates the routes.
  ///
  /// @param closing whether the server is shutting down, and so no longer ready
  public OperationsRoutes(Database database, Metrics metrics, BooleanSupplier closing) {
    this.database = database;
    this.metrics = metrics;
    this.closing = closing;
  }

  @Override
  public void routing(HttpRules rules) {
    watched(rules, "/health", this::health);
    watched(rules, "/health/ready", this::health);
    watched(
        rules,
        "/health/live",
        (request, response) -> answer(request, response, true, "{\"status\":\"up\"}"));
    rules.get("/metrics", this::metrics);
  }

  /// Some watchers ask by HEAD.
  private static void watched(HttpRules rules, String path, Handler handler) {
    rules.get(path, handler).head(path, handler);
  }

  private void health(ServerRequest request, ServerResponse response) {
    boolean databaseUp = databaseUp();
    boolean accepting = !closing.getAsBoolean();
    answer(
        request,
        response,
        databaseUp && accepting,
        "{\"status\":\""
            + word(databaseUp && accepting)
            + "\",\"parts\":{\"database\":{\"status\":\""
            + word(databaseUp)
            + "\"},\"server\":{\"status\":\""
            + word(accepting)
            + "\"}}}");
  }

  private boolean databaseUp() {
    try {
      return database.migrations().state() == Migrations.State.CURRENT;
    } catch (RuntimeException unreachable) {
      return false;
    }
  }

  private static String word(boolean up) {
    return up ? "up" : "down";
  }

  private static void answer(
      ServerRequest request, ServerResponse response, boolean up, String json) {
    response
        .status(up ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503)
        .header(HeaderNames.CONTENT_TYPE, "application/json")
        .header(HeaderNames.CACHE_CONTROL, "no-store");
    if (request.prologue().method().equals(Method.HEAD)) {
      response.send();
    } else {
      response.send(json);
    }
  }

  private void metrics(ServerRequest request, ServerResponse response) {
    response.header(HeaderNames.CONTENT_TYPE, Metrics.CONTENT_TYPE).send(metrics.text());
  }
}
