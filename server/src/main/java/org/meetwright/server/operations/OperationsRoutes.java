package org.meetwright.server.operations;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.stream.Collectors;
import org.meetwright.server.operations.Health.Report;
import org.meetwright.server.operations.Health.Status;
import org.meetwright.server.route.Area;

/// `/health`, `/health/live`, `/health/ready` and `/metrics`.
public final class OperationsRoutes implements HttpService {
  private final Health health;
  private final Metrics metrics;

  /// Creates the routes.
  public OperationsRoutes(Health health, Metrics metrics) {
    this.health = health;
    this.metrics = metrics;
  }

  @Override
  public void routing(HttpRules rules) {
    HttpRules watched = Area.HEALTH.on(rules);
    watched(watched, "/health", this::health);
    watched(
        watched,
        "/health/ready",
        (request, response) ->
            answer(request, response, health.isReady(), status(word(health.isReady()))));
    watched(
        watched,
        "/health/live",
        (request, response) ->
            answer(request, response, health.isLive(), status(word(health.isLive()))));
    Area.METRICS.on(rules).get("/metrics", this::metrics);
  }

  /// Some watchers ask by HEAD.
  private static void watched(HttpRules rules, String path, Handler handler) {
    rules.get(path, handler).head(path, handler);
  }

  private void health(ServerRequest request, ServerResponse response) {
    Report report = health.report();
    String parts =
        report.parts().entrySet().stream()
            .map(part -> "\"" + part.getKey() + "\":" + status(part.getValue().word()))
            .collect(Collectors.joining(","));
    String all = status(report.worst().word());
    answer(
        request,
        response,
        report.worst() != Status.DOWN,
        all.substring(0, all.length() - 1) + ",\"parts\":{" + parts + "}}");
  }

  private static String status(String word) {
    return "{\"status\":\"" + word + "\"}";
  }

  private static String word(boolean up) {
    return up ? "up" : "down";
  }

  private static void answer(
      ServerRequest request, ServerResponse response, boolean up, String json) {
    response
        .status(up ? io.helidon.http.Status.OK_200 : io.helidon.http.Status.SERVICE_UNAVAILABLE_503)
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
