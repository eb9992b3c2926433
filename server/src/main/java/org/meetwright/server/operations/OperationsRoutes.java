package org.meetwright.server.operations;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
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
    rules
        .get("/health", this::health)
        .get("/health/live", (request, response) -> answer(response, true, "{\"status\":\"up\"}"))
        .get("/health/ready", this::health)
        .get("/metrics", this::metrics);
  }

  private void health(ServerRequest request, ServerResponse response) {
    boolean databaseUp = databaseUp();
    boolean accepting = !closing.getAsBoolean();
    answer(
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

  private static void answer(ServerResponse response, boolean up, String json) {
    response
        .status(up ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503)
        .header(HeaderNames.CONTENT_TYPE, "application/json")
        .header(HeaderNames.CACHE_CONTROL, "no-store")
        .send(json);
  }

  private void metrics(ServerRequest request, ServerResponse response) {
    response.header(HeaderNames.CONTENT_TYPE, Metrics.CONTENT_TYPE).send(metrics.text());
  }
}
