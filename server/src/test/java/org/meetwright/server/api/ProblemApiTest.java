package org.meetwright.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;
import tools.jackson.databind.JsonNode;

/// Problems of hosts over HTTP, on both databases.
class ProblemApiTest {
  private static final String PATH = "/api/v1/problems";

  @ParameterizedTest
  @EachDatabase
  void saysWhatIsWrongAndWhatToDo(DatabaseKind kind) {
    try (ServerFixture fixture = new ServerFixture(kind)) {
      String grace = fixture.addHost("grace");
      JsonNode webhook =
          fixture
              .asHost("POST", "/api/v1/webhooks", "{\"url\": \"https://example.org/hook\"}")
              .body();
      assertThat(fixture.asHost("GET", PATH, "").body().path("problems")).isEmpty();
      fixture.core.sql("UPDATE webhook SET failing_since = created_at");
      JsonNode failing = fixture.asHost("GET", PATH, "").body().at("/problems/0");
      assertThat(failing.path("code").asString()).isEqualTo("webhook_failing");
      assertThat(failing.path("message").asString()).contains("https://example.org/hook");
      assertThat(failing.path("action").asString()).contains("deliveries");
      assertThat(failing.at("/subject/kind").asString()).isEqualTo("webhook");
      assertThat(failing.at("/subject/id")).isEqualTo(webhook.path("id"));
      assertThat(fixture.as(grace, "GET", PATH, "").body().path("problems")).isEmpty();
      assertThat(fixture.get(PATH).status()).isEqualTo(401);
    }
  }
}
