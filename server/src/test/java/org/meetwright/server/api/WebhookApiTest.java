package org.meetwright.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;
import org.meetwright.server.webhook.Receiver;
import tools.jackson.databind.JsonNode;

/// Webhooks over HTTP, on both databases.
class WebhookApiTest {
  private static final String HOOKS = "/api/v1/webhooks";

  @ParameterizedTest
  @EachDatabase
  void addsShowsChangesAndDeletesWebhooks(DatabaseKind kind) {
    try (ServerFixture fixture = new ServerFixture(kind)) {
      Answer made =
          fixture.asHost(
              "POST",
              HOOKS,
              """
              {"url": "https://1.1.1.1/hook", "events": ["booking.no_show", "booking.created"]}
              """);
      assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
      String path = HOOKS + "/" + made.body().path("id").asString();
      assertThat(made.response().headers().firstValue("Location")).contains(path);
      assertThat(made.body().path("secret").asString()).matches("whsec_[A-Za-z0-9+/]{43}=");
      assertThat(texts(made.body().path("events")))
          .containsExactly("booking.created", "booking.no_show");
      assertThat(made.body().path("active").asBoolean()).isTrue();

      JsonNode listed = fixture.asHost("GET", HOOKS, "").body().path("webhooks");
      assertThat(listed).hasSize(1);
      assertThat(listed.path(0)).isEqualTo(fixture.asHost("GET", path, "").body());
      assertThat(listed.path(0).has("secret")).isFalse();

      JsonNode changed =
          fixture
              .asHost("PATCH", path, "{\"url\": \"https://1.0.0.1/\", \"active\": false}")
              .body();
      assertThat(changed.path("url").asString()).isEqualTo("https://1.0.0.1/");
      assertThat(changed.path("active").asBoolean()).isFalse();
      assertThat(texts(changed.path("events"))).hasSize(2);
      assertThat(changed.has("secret")).isFalse();
      JsonNode rotated = fixture.asHost("PATCH", path, "{\"rotateSecret\": true}").body();
      assertThat(rotated.path("secret")).isNotEqualTo(made.body().path("secret"));
      assertThat(rotated.path("previousSecretUntil").asString()).isEqualTo("2026-03-03T12:00:00Z");
      assertThat(rotated.path("active").asBoolean()).isFalse();

      String other = fixture.addHost("grace");
      assertThat(fixture.as(other, "GET", path, "").status()).isEqualTo(404);
      assertThat(fixture.as(other, "PATCH", path, "{}").status()).isEqualTo(404);
      assertThat(fixture.as(other, "DELETE", path, "").status()).isEqualTo(404);
      assertThat(fixture.as(other, "POST", path + "/test", "").status()).isEqualTo(404);
      assertThat(fixture.as(other, "GET", path + "/deliveries", "").status()).isEqualTo(404);
      assertThat(fixture.get(path).status()).isEqualTo(401);
      assertThat(fixture.asHost("DELETE", path, "").status()).isEqualTo(204);
      assertThat(fixture.asHost("GET", path, "").status()).isEqualTo(404);
    }
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }

  @ParameterizedTest
  @EachDatabase
  void wantsEverythingUnlessToldOtherwise(DatabaseKind kind) {
    try (ServerFixture fixture = new ServerFixture(kind)) {
      Answer made = fixture.asHost("POST", HOOKS, "{\"url\": \"https://1.1.1.1/\"}");
      assertThat(texts(made.body().path("events")))
          .containsExactly(
              "booking.created",
              "booking.requested",
              "booking.confirmed",
              "booking.declined",
              "booking.rescheduled",
              "booking.cancelled",
              "booking.reminder",
              "booking.no_show");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | url | must be given",
        "{'url': 'hook'} | url | absolute http or https",
        "{'url': 'ftp://1.1.1.1'} | url | absolute http or https",
        "{'url': 'https://ada:pw@1.1.1.1'} | url | credentials",
        "{'url': 'https://1.1.1.1/#x'} | url | fragment",
        "{'url': 'http://localhost:8080'} | url | loopback",
        "{'url': 'http://127.0.0.1'} | url | loopback",
        "{'url': 'http://169.254.169.254/latest'} | url | loopback, private",
        "{'url': 'http://[::ffff:10.0.0.1]'} | url | loopback, private",
        "{'url': 'http://[::1]'} | url | loopback",
        "{'url': 'http://2130706433'} | url | dotted IPv4",
        "{'url': 'http://0177.0.0.1'} | url | dotted IPv4",
        "{'url': 'https://1.1.1.1', 'events': []} | events | at least one",
        "{'url': 'https://1.1.1.1', 'events': ['booking.made']} | events[0] | booking.created",
        "{'url': 'https://1.1.1.1', 'events': ['webhook.test']} | events[0] | booking.created",
        "{'url': 'https://1.1.1.1', 'secret': 'x'} | secret | not known"
      })
  void refusesWhatCannotWork(String body, String field, String rule) {
    try (ServerFixture fixture = new ServerFixture(DatabaseKind.H2)) {
      Answer refused = fixture.asHost("POST", HOOKS, body.replace('\'', '"'));
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.field()).isEqualTo(field);
      assertThat(refused.body().at("/errors/0/message").asString())
          .contains(rule)
          .doesNotContain("pw@");
    }
  }

  @ParameterizedTest
  @EachDatabase
  void triesAWebhookAndAnswersWithTheAttempt(DatabaseKind kind) throws Exception {
    try (ServerFixture fixture = new ServerFixture(kind, true);
        Receiver receiver = new Receiver()) {
      JsonNode made = fixture.asHost("POST", HOOKS, "{\"url\": \"" + receiver.url() + "\"}").body();
      String path = HOOKS + "/" + made.path("id").asString();
      fixture.asHost("PATCH", path, "{\"active\": false}");
      receiver.answer("HTTP/1.1 418 Teapot\r\nContent-Length: 2000\r\n\r\n" + "x".repeat(2000));

      Answer tried = fixture.asHost("POST", path + "/test", "");

      assertThat(tried.status()).isEqualTo(200);
      assertThat(tried.body().path("event").asString()).isEqualTo("webhook.test");
      assertThat(tried.body().path("state").asString()).isEqualTo("failed");
      JsonNode attempt = tried.body().at("/attempts/0");
      assertThat(attempt.path("status").asInt()).isEqualTo(418);
      assertThat(attempt.path("answer").asString()).isEqualTo("x".repeat(1024));
      assertThat(receiver.next().text())
          .contains("\"type\":\"webhook.test\"")
          .contains("\"data\":{\"webhook\":{\"id\":" + made.path("id"));
      JsonNode deliveries =
          fixture.asHost("GET", path + "/deliveries?state=failed", "").body().path("deliveries");
      assertThat(deliveries).hasSize(1);
      assertThat(deliveries.path(0)).isEqualTo(tried.body());
      assertThat(fixture.asHost("GET", path + "/deliveries?state=lost", "").field())
          .isEqualTo("state");
      assertThat(fixture.asHost("GET", path, "").body().path("failingSince").isNull()).isTrue();
    }
  }
}
