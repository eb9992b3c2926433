package org.meetwright.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;

class OperationsTest {
  @Test
  void tellsItsHealthAndItsFigures() {
    try (ServerFixture server = new ServerFixture(DatabaseKind.H2)) {
      assertThat(server.get("/health/live").status()).isEqualTo(200);
      Answer ready = server.get("/health/ready");
      assertThat(ready.status()).isEqualTo(200);
      assertThat(server.get("/health").body().path("parts").path("database").path("status"))
          .hasToString("\"up\"");
      server.core.core.database().close();
      assertThat(server.get("/health/live").status()).isEqualTo(200);
      assertThat(server.get("/health/ready").status()).isEqualTo(503);
    }
  }

  @Test
  void answersHeadWithoutABodyAndKeepsTheConnection() {
    try (ServerFixture server = new ServerFixture(DatabaseKind.H2)) {
      for (String path : List.of("/health", "/api/v1/nothing", "/api/v1/hosts/ada", "/nothing")) {
        Answer head = server.send(server.request(path).method("HEAD", BodyPublishers.noBody()));
        assertThat(head.response().body()).isEmpty();
        assertThat(server.get("/health/live").status()).isEqualTo(200);
      }
    }
  }

  @Test
  void countsRequestsByAreaMethodAndStatus() {
    try (ServerFixture server = new ServerFixture(DatabaseKind.H2)) {
      server.get("/api/v1/hosts/nobody");
      Answer metrics = server.get("/metrics");
      assertThat(metrics.response().body())
          .contains(
              "meetwright_http_request_seconds_count{area=\"api\",method=\"GET\",status=\"404\"} 1")
          .contains("meetwright_outbox_messages{state=\"pending\"} 1");
    }
  }
}
