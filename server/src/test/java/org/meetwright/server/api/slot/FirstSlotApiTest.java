package org.meetwright.server.api.slot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;
import tools.jackson.databind.JsonNode;

/// What is said where there is nothing to book now. It is Monday, 2026-03-02, noon in UTC.
@ParameterizedClass
@EachDatabase
class FirstSlotApiTest {
  @Parameter DatabaseKind kind;
  private ServerFixture server;

  @BeforeEach
  void open() {
    server = new ServerFixture(kind);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private void add(String slug, String more) {
    String body =
        "{\"slug\": \"%s\", \"name\": \"N\", \"durationMinutes\": 30, %s}".formatted(slug, more);
    assertThat(server.asHost("POST", "/api/v1/event-types", body).status()).isEqualTo(201);
  }

  private JsonNode get(String slug, String what) {
    return server.get("/api/v1/hosts/ada/event-types/" + slug + "/" + what).body();
  }

  private static String start(JsonNode found) {
    return found.at("/slot/start").asString("none");
  }

  @Test
  void leadsToABookingWindowThatBeginsSevenMonthsAhead() {
    add(
        "fair",
        "\"bookingWindow\": {\"kind\": \"dates\", \"from\": \"2026-10-03\", \"to\":"
            + " \"2026-10-09\"}");

    JsonNode slots = get("fair", "slots?from=2026-03-02&to=2026-04-01");
    assertThat(slots.path("slots")).isEmpty();
    assertThat(slots.path("nextFrom").asString()).isEqualTo("2026-10-03");
    JsonNode next = get("fair", "slots?from=2026-10-03&to=2026-10-05");
    // The third is a Saturday.
    assertThat(next.at("/slots/0/start").asString()).isEqualTo("2026-10-05T09:00:00-04:00");
    assertThat(next.path("nextFrom").asString()).isEqualTo("2026-10-06");
    assertThat(get("fair", "slots?from=2026-10-03&to=2026-10-09").path("nextFrom").isNull())
        .isTrue();

    assertThat(get("fair", "first-slot").toString())
        .isEqualTo(
            "{\"zone\":\"America/New_York\",\"from\":\"2026-03-02\",\"slot\":{\"start\":"
                + "\"2026-10-05T09:00:00-04:00\",\"end\":\"2026-10-05T09:30:00-04:00\","
                + "\"seatsLeft\":1}}");
    assertThat(start(get("fair", "first-slot?zone=Europe/Berlin&from=2026-10-06")))
        .isEqualTo("2026-10-06T15:00:00+02:00");
    assertThat(start(get("fair", "first-slot?from=2026-10-10"))).isEqualTo("none");
    // Where the day begins elsewhere, the window begins on another date.
    assertThat(get("fair", "slots?to=2026-03-03&zone=Pacific/Honolulu").path("nextFrom").asString())
        .isEqualTo("2026-10-02");
  }

  @Test
  void leadsPastTheMinimumNotice() {
    add("late", "\"minimumNoticeMinutes\": 144000, \"bookingWindow\": {\"kind\": \"unlimited\"}");

    assertThat(get("late", "slots?to=2026-03-03").path("nextFrom").asString())
        .isEqualTo("2026-06-10");
    assertThat(start(get("late", "first-slot"))).isEqualTo("2026-06-10T09:00:00-04:00");
  }

  @Test
  void saysThatAnEventTypeIsOff() {
    server.addEventType("off", "\"active\": false");

    assertThat(get("off", "slots").path("reasons").toString()).isEqualTo("[\"inactive\"]");
    assertThat(get("off", "slots").path("nextFrom").isNull()).isTrue();
    assertThat(get("off", "first-slot").path("slot").isNull()).isTrue();
    assertThat(get("off", "first-slot").path("reasons").toString()).isEqualTo("[\"inactive\"]");
    assertThat(server.get("/api/v1/hosts/ada/event-types/off").body().path("active").asBoolean())
        .isFalse();
    var refused =
        server.post(
            "/api/v1/bookings",
            ServerFixture.booking("ada/off", "2026-03-03T15:00:00Z", "x@example.net"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().path("reasons").toString()).isEqualTo("[\"inactive\"]");
  }
}
