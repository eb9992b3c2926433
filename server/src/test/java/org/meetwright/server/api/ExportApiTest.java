package org.meetwright.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.TestTokens;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;
import tools.jackson.databind.JsonNode;

/// Everything that is kept about a host, over HTTP, on both databases.
class ExportApiTest {
  @ParameterizedTest
  @EachDatabase
  void writesAllThatIsTheHostsAndNothingElse(DatabaseKind kind) {
    try (ServerFixture fixture = new ServerFixture(kind)) {
      fixture.addEventType("intro", "\"hidden\": false");
      book(fixture, "2026-03-03T15:00:00Z", "bob@example.com");
      fixture.core.clock.set("2026-06-10T12:00:00Z");
      fixture.core.core.archive().archiveBatch(Duration.ofDays(90));
      book(fixture, "2026-06-11T15:00:00Z", "eve@example.com");
      String other = fixture.addHost("grace");

      JsonNode export = fixture.asHost("GET", "/api/v1/export", "").body();

      assertThat(export.propertyNames())
          .containsExactly(
              "exportedAt",
              "host",
              "branding",
              "schedules",
              "eventTypes",
              "bookingLinks",
              "teams",
              "memberships",
              "busyTimes",
              "absences",
              "webhooks",
              "feeds",
              "calendarAccounts",
              "calendarItems",
              "calendarEvents",
              "calendarProblems",
              "sessions",
              "tokens",
              "confirmations",
              "bookings",
              "archivedMeetings");
      assertThat(export.at("/host/handle").asString()).isEqualTo("ada");
      assertThat(export.path("schedules")).hasSize(1);
      assertThat(export.at("/eventTypes/0/slug").asString()).isEqualTo("intro");
      assertThat(export.at("/bookings/0/invitee/email").asString()).isEqualTo("eve@example.com");
      assertThat(export.at("/bookings/0/history/0/action").asString()).isEqualTo("booked");
      assertThat(export.path("archivedMeetings")).hasSize(1);
      assertThat(export.at("/archivedMeetings/0/bookings/0/inviteeEmail").asString())
          .isEqualTo("bob@example.com");
      assertThat(fixture.as(other, "GET", "/api/v1/export", "").body().toString())
          .doesNotContain("bob@example.com")
          .doesNotContain("eve@example.com");
      assertThat(fixture.get("/api/v1/export").status()).isEqualTo(401);
    }
  }

  private static void book(ServerFixture fixture, String start, String email) {
    assertThat(
            fixture
                .post("/api/v1/bookings", ServerFixture.booking("ada/intro", start, email))
                .status())
        .isEqualTo(201);
  }

  @ParameterizedTest
  @EachDatabase
  void holdsNoSecret(DatabaseKind kind) {
    try (ServerFixture fixture = new ServerFixture(kind)) {
      String token = TestTokens.create(fixture.core.core.access(), fixture.core.ada.id(), "laptop");

      JsonNode export = fixture.as(token, "GET", "/api/v1/export", "").body();

      assertThat(export.path("tokens").toString()).contains("laptop");
      assertThat(export.toString()).doesNotContain(token).doesNotContain("hash");
    }
  }
}
