package org.meetwright.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;
import tools.jackson.databind.JsonNode;

/// Policies and metadata over HTTP, on both databases.
class PolicyApiTest {
  private static final String START = "2026-03-05T14:00:00Z";
  private static final String POLICIES =
      """
      "cancellationPolicy": {"noticeMinutes": 1440, "reasonRequired": true},
      "reschedulePolicy": {"noticeMinutes": 60, "reasonRequired": true}
      """;

  private static JsonNode book(ServerFixture fixture, String slug, String more) {
    String body = ServerFixture.booking("ada/" + slug, START, "bob@example.com").strip();
    Answer booked =
        fixture.post("/api/v1/bookings", body.substring(0, body.length() - 1) + more + "}");
    assertThat(booked.status()).as(booked.body().toString()).isEqualTo(201);
    return booked.body();
  }

  private static String manage(JsonNode booking) {
    String url = booking.path("manageUrl").asString();
    return "/api/v1/manage/" + url.substring(url.lastIndexOf('/') + 1);
  }

  @ParameterizedTest
  @EachDatabase
  void keepsPolicies(DatabaseKind kind) {
    try (ServerFixture fixture = new ServerFixture(kind)) {
      JsonNode free = fixture.addEventType("free", "\"hidden\": false");
      assertThat(free.path("cancellationPolicy").toString())
          .isEqualTo("{\"noticeMinutes\":null,\"reasonRequired\":false}");
      assertThat(free.path("requiresLink").asBoolean()).isFalse();
      JsonNode strict = fixture.addEventType("strict", POLICIES);
      String path = "/api/v1/event-types/" + strict.path("id").asString();
      JsonNode read = fixture.asHost("GET", path, "").body();
      assertThat(read).isEqualTo(strict);
      assertThat(read.path("cancellationPolicy").path("noticeMinutes").asInt()).isEqualTo(1440);
      assertThat(read.path("reschedulePolicy").path("reasonRequired").asBoolean()).isTrue();
      JsonNode seen = fixture.get("/api/v1/hosts/ada/event-types/strict").body();
      assertThat(seen.path("reschedulePolicy")).isEqualTo(read.path("reschedulePolicy"));
      String wrong = read.toString().replace("1440,\"reasonRequired\"", "-1,\"reasonRequired\"");
      assertThat(fixture.asHost("PUT", path, wrong).field())
          .isEqualTo("cancellationPolicy.noticeMinutes");
    }
  }

  @ParameterizedTest
  @EachDatabase
  void tellsTheInviteeHisTerms(DatabaseKind kind) {
    try (ServerFixture fixture = new ServerFixture(kind)) {
      fixture.addEventType("strict", POLICIES);
      JsonNode booked = book(fixture, "strict", "");
      assertThat(booked.path("cancellableUntil").asString()).isEqualTo("2026-03-04T14:00:00Z");
      assertThat(booked.path("reschedulableUntil").asString()).isEqualTo("2026-03-05T13:00:00Z");
      assertThat(booked.path("cancellationReasonRequired").asBoolean()).isTrue();
      assertThat(booked.path("rescheduleReasonRequired").asBoolean()).isTrue();
      assertThat(fixture.get(manage(booked)).body()).isEqualTo(booked);
      fixture.core.clock.set("2026-03-04T14:00:00Z");
      JsonNode late = fixture.get(manage(booked)).body();
      assertThat(late.path("cancellableUntil").isNull()).isTrue();
      assertThat(late.path("reschedulableUntil").isNull()).isFalse();
      Answer refused = fixture.post(manage(booked) + "/cancel", "{\"reason\": \"Ill\"}");
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.body().path("detail").asString())
          .contains("2026-03-04T14:00:00Z", "write to the host");
      fixture.core.clock.set("2026-03-05T12:59:59Z");
      Answer moved =
          fixture.post(
              manage(booked) + "/reschedule",
              "{\"start\": \"2026-03-06T14:00:00Z\", \"reason\": \"A train\"}");
      assertThat(moved.status()).as(moved.body().toString()).isEqualTo(200);
      assertThat(moved.body().path("reschedulableUntil").asString())
          .isEqualTo("2026-03-06T13:00:00Z");
      JsonNode history =
          fixture
              .asHost("GET", "/api/v1/bookings/" + booked.path("id").asString(), "")
              .body()
              .path("history");
      assertThat(history.path(1).path("detail").asString()).endsWith(": A train");
    }
  }

  @ParameterizedTest
  @EachDatabase
  void tellsFreeTermsUntilTheMeetingEnds(DatabaseKind kind) {
    try (ServerFixture fixture = new ServerFixture(kind)) {
      JsonNode type = fixture.addEventType("free", "\"hidden\": false");
      JsonNode booked = book(fixture, "free", "");
      assertThat(booked.path("cancellableUntil").asString()).isEqualTo("2026-03-05T14:30:00Z");
      assertThat(booked.path("cancellableUntil")).isEqualTo(booked.path("reschedulableUntil"));
      fixture.asHost("DELETE", "/api/v1/event-types/" + type.path("id").asString(), "");
      JsonNode gone = fixture.get(manage(booked)).body();
      assertThat(gone.path("cancellableUntil").isNull()).isFalse();
      assertThat(gone.path("reschedulableUntil").isNull()).isTrue();
      JsonNode cancelled = fixture.post(manage(booked) + "/cancel", "{}").body();
      assertThat(cancelled.path("status").asString()).isEqualTo("cancelled");
      assertThat(cancelled.path("cancellableUntil").isNull()).isTrue();
    }
  }

  @ParameterizedTest
  @EachDatabase
  void keepsMetadataForHostAndInvitee(DatabaseKind kind) {
    try (ServerFixture fixture = new ServerFixture(kind)) {
      fixture.addEventType("free", "\"hidden\": false");
      JsonNode booked = book(fixture, "free", ", \"metadata\": {\"order\": \"A-7\", \"b\": \"\"}");
      assertThat(booked.path("metadata").toString()).isEqualTo("{\"b\":\"\",\"order\":\"A-7\"}");
      assertThat(fixture.get(manage(booked)).body().path("metadata"))
          .isEqualTo(booked.path("metadata"));
      String path = "/api/v1/bookings/" + booked.path("id").asString();
      assertThat(fixture.asHost("GET", path, "").body().path("metadata"))
          .isEqualTo(booked.path("metadata"));
      JsonNode stranger =
          fixture
              .post("/api/v1/bookings", ServerFixture.booking("ada/free", START, "bob@example.com"))
              .body();
      assertThat(stranger.path("code").asString()).isEqualTo("slot_taken");
      assertThat(stranger.has("id")).isFalse();
      assertThat(stranger.path("metadata")).isEmpty();
      assertThat(stranger.has("cancellableUntil")).isFalse();
    }
  }
}
