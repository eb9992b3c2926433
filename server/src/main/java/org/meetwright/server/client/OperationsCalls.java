package org.meetwright.server.client;

import java.nio.charset.StandardCharsets;
import org.meetwright.server.api.model.operations.ApiHealth;
import org.meetwright.server.client.call.ApiExchange;
import org.meetwright.server.client.call.Call;

/// How a server is, for those who run it.
public final class OperationsCalls {
  private static final int OK = 200;

  private final ApiExchange exchange;

  OperationsCalls(ApiExchange exchange) {
    this.exchange = exchange;
  }

  /// Returns how the server and its parts are, also when it is down.
  public ApiHealth health() {
    return exchange.read(exchange.any(Call.of("GET /health")).body(), ApiHealth.class);
  }

  /// Returns whether [#health] would be answered with 200.
  public boolean healthHead() {
    return exchange.any(Call.of("HEAD /health")).statusCode() == OK;
  }

  /// Returns whether the server runs.
  public ApiHealth.Status live() {
    return exchange.read(exchange.any(Call.of("GET /health/live")).body(), ApiHealth.Status.class);
  }

  /// Returns whether [#live] would be answered with 200.
  public boolean liveHead() {
    return exchange.any(Call.of("HEAD /health/live")).statusCode() == OK;
  }

  /// Returns whether it takes requests.
  public ApiHealth.Status ready() {
    return exchange.read(exchange.any(Call.of("GET /health/ready")).body(), ApiHealth.Status.class);
  }

  /// Returns whether [#ready] would be answered with 200.
  public boolean readyHead() {
    return exchange.any(Call.of("HEAD /health/ready")).statusCode() == OK;
  }

  /// Returns its figures, as Prometheus reads them.
  public String metrics() {
    return text("GET /metrics");
  }

  /// Returns the document of its API, in JSON.
  public String openapi() {
    return text("GET /openapi");
  }

  /// Returns the document of its API, in YAML.
  public String openapiYaml() {
    return text("GET /openapi.yaml");
  }

  private String text(String operation) {
    return new String(exchange.answer(Call.of(operation)).body(), StandardCharsets.UTF_8);
  }
}
