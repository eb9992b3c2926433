package org.meetwright.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;
import tools.jackson.databind.JsonNode;

/// Booking links over HTTP, on both databases.
class BookingLinkApiTest {
  private static final String PRIVATE = "/api/v1/hosts/ada/event-types/private";
  private static final String DAY = "/slots?from=2026-03-03&to=2026-03-03";

  private static JsonNode link(ServerFixture fixture, JsonNode type, String more) {
    Answer made =
        fixture.asHost(
            "POST",
            "/api/v1/booking-links",
            "{\"eventTypeId\": %s%s}".formatted(type.path("id"), more));
    assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
    return made.body();
  }

  private static String token(JsonNode link) {
    return URI.create(link.path("url").asString()).getQuery().substring("link=".length());
  }

  private static String booking(String link, String start, String email) {
    String body = ServerFixture.booking("ada/private", start, email).strip();
    return body.substring(0, body.length() - 1) + ", \"link\": \"" + link + "\"}";
  }

  @ParameterizedTest
  @EachDatabase
  void makesListsAndDeletesLinks(DatabaseKind kind) {
    try (ServerFixture fixture = new ServerFixture(kind)) {
      JsonNode type = fixture.addEventType("private", "\"requiresLink\": true");
      assertThat(type.path("requiresLink").asBoolean()).isTrue();
      JsonNode link =
          link(fixture, type, ", \"maxUses\": 3, \"expiresAt\": \"2026-04-01T00:00:00+02:00\"");
      assertThat(link.path("url").asString())
          .startsWith(fixture.server.url() + "/ada/private?link=");
      assertThat(link.path("maxUses").asInt()).isEqualTo(3);
      assertThat(link.path("uses").asInt()).isZero();
      assertThat(link.path("expiresAt").asString()).isEqualTo("2026-03-31T22:00:00Z");
      assertThat(link.path("createdAt").asString()).isEqualTo("2026-03-02T12:00:00Z");
      JsonNode listed =
          fixture.asHost("GET", "/api/v1/booking-links", "").body().path("bookingLinks");
      assertThat(listed).hasSize(1);
      assertThat(listed.path(0).has("url")).isFalse();
      String other = fixture.addHost("grace");
      String path = "/api/v1/booking-links/" + link.path("id").asString();
      assertThat(fixture.as(other, "DELETE", path, "").status()).isEqualTo(404);
      assertThat(fixture.get(PRIVATE + "?link=" + token(link)).status()).isEqualTo(200);
      assertThat(fixture.asHost("DELETE", path, "").status()).isEqualTo(204);
      assertThat(fixture.get(PRIVATE + "?link=" + token(link)).status()).isEqualTo(404);
      assertThat(fixture.asHost("DELETE", path, "").status()).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @EachDatabase
  void refusesLinksThatCannotWork(DatabaseKind kind) {
    try (ServerFixture fixture = new ServerFixture(kind)) {
      JsonNode type = fixture.addEventType("private", "\"requiresLink\": true");
      String id = type.path("id").toString();
      assertThat(field(fixture, "{}")).isEqualTo("eventTypeId");
      assertThat(field(fixture, "{\"eventTypeId\": \"" + UUID.randomUUID() + "\"}"))
          .isEqualTo("eventTypeId");
      assertThat(field(fixture, "{\"eventTypeId\": " + id + ", \"maxUses\": 0}"))
          .isEqualTo("maxUses");
      assertThat(
              field(
                  fixture,
                  "{\"eventTypeId\": " + id + ", \"expiresAt\": \"2026-03-02T12:00:00Z\"}"))
          .isEqualTo("expiresAt");
      assertThat(field(fixture, "{\"eventTypeId\": " + id + ", \"uses\": 1}")).isEqualTo("uses");
      String grace = fixture.addHost("grace");
      Answer foreign =
          fixture.as(grace, "POST", "/api/v1/booking-links", "{\"eventTypeId\": " + id + "}");
      assertThat(foreign.status()).isEqualTo(400);
      assertThat(fixture.post("/api/v1/booking-links", "{}").status()).isEqualTo(401);
    }
  }

  private static String field(ServerFixture fixture, String body) {
    return fixture.asHost("POST", "/api/v1/booking-links", body).field();
  }

  @ParameterizedTest
  @EachDatabase
  void showsWhatRequiresALinkToNobodyWithoutOne(DatabaseKind kind) {
    try (ServerFixture fixture = new ServerFixture(kind)) {
      JsonNode type = fixture.addEventType("private", "\"requiresLink\": true");
      JsonNode open = fixture.addEventType("open", "\"requiresLink\": false");
      assertThat(fixture.get("/api/v1/hosts/ada").body().path("eventTypes").toString())
          .contains("\"open\"")
          .doesNotContain("\"private\"");
      for (String path : new String[] {PRIVATE, PRIVATE + DAY}) {
        Answer hidden = fixture.get(path);
        assertThat(hidden.status()).isEqualTo(404);
        Answer nothing = fixture.get(path.replace("private", "nothing"));
        assertThat(withoutRequestId(hidden))
            .isEqualTo(withoutRequestId(nothing).replace("nothing", "private"));
      }
      String token = token(link(fixture, type, ""));
      Answer shown = fixture.get(PRIVATE + "?link=" + token);
      assertThat(shown.status()).isEqualTo(200);
      assertThat(shown.body().path("requiresLink").asBoolean()).isTrue();
      assertThat(fixture.get(PRIVATE + DAY + "&link=" + token).body().path("slots")).isNotEmpty();
      String foreign = token(link(fixture, open, ""));
      for (String wrong : new String[] {foreign, "nonsense"}) {
        for (String path : new String[] {PRIVATE + "?link=", PRIVATE + DAY + "&link="}) {
          Answer hidden = fixture.get(path + wrong);
          Answer nothing = fixture.get(path.replace("private", "nothing") + wrong);
          assertThat(hidden.status()).isEqualTo(404);
          assertThat(withoutRequestId(hidden))
              .isEqualTo(withoutRequestId(nothing).replace("nothing", "private"));
        }
        for (String body :
            new String[] {
              booking(wrong, "2026-03-03T14:00:00Z", "bob@example.com"),
              booking(wrong, "no time", "no address")
            }) {
          Answer hidden = fixture.post("/api/v1/bookings", body);
          Answer nothing = fixture.post("/api/v1/bookings", body.replace("private", "nothing"));
          assertThat(hidden.status()).isEqualTo(404);
          assertThat(withoutRequestId(hidden))
              .isEqualTo(withoutRequestId(nothing).replace("nothing", "private"));
        }
      }
    }
  }

  @ParameterizedTest
  @EachDatabase
  void booksAsOftenAsALinkSays(DatabaseKind kind) {
    try (ServerFixture fixture = new ServerFixture(kind)) {
      JsonNode type = fixture.addEventType("private", "\"requiresLink\": true");
      String token = token(link(fixture, type, ""));
      String body = booking(token, "2026-03-03T14:00:00Z", "bob@example.com");
      assertThat(
              fixture
                  .post(
                      "/api/v1/bookings",
                      ServerFixture.booking(
                          "ada/private", "2026-03-03T14:00:00Z", "bob@example.com"))
                  .status())
          .isEqualTo(404);
      Answer booked = bookWithKey(fixture, body);
      assertThat(booked.status()).as(booked.body().toString()).isEqualTo(201);
      Answer repeated = bookWithKey(fixture, body);
      assertThat(repeated.status()).isEqualTo(200);
      assertThat(repeated.body().path("id")).isEqualTo(booked.body().path("id"));
      Answer again =
          fixture.post(
              "/api/v1/bookings", booking(token, "2026-03-03T15:00:00Z", "eve@example.com"));
      assertThat(again.status()).isEqualTo(410);
      assertThat(again.code()).isEqualTo("link_not_valid");
      assertThat(fixture.get(PRIVATE + "?link=" + token).status()).isEqualTo(410);
      JsonNode listed =
          fixture.asHost("GET", "/api/v1/booking-links", "").body().path("bookingLinks");
      assertThat(listed.path(0).path("uses").asInt()).isEqualTo(1);
    }
  }

  private static Answer bookWithKey(ServerFixture fixture, String body) {
    return fixture.send(
        fixture
            .request("/api/v1/bookings")
            .header("Idempotency-Key", "one")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  @ParameterizedTest
  @EachDatabase
  void booksUntilALinkExpires(DatabaseKind kind) {
    try (ServerFixture fixture = new ServerFixture(kind)) {
      JsonNode type = fixture.addEventType("private", "\"requiresLink\": true");
      String token =
          token(link(fixture, type, ", \"maxUses\": 2, \"expiresAt\": \"2026-03-02T13:00:00Z\""));
      fixture.core.clock.advance(Duration.ofHours(1).minusSeconds(1));
      assertThat(
              fixture
                  .post(
                      "/api/v1/bookings", booking(token, "2026-03-03T14:00:00Z", "bob@example.com"))
                  .status())
          .isEqualTo(201);
      fixture.core.clock.advance(Duration.ofSeconds(1));
      Answer late =
          fixture.post(
              "/api/v1/bookings", booking(token, "2026-03-03T15:00:00Z", "eve@example.com"));
      assertThat(late.code()).isEqualTo("link_not_valid");
    }
  }

  private static String withoutRequestId(Answer answer) {
    return answer.response().body().replaceFirst(",\"requestId\":\"[0-9a-f]{16}\"", "");
  }
}
