package org.meetwright.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;
import tools.jackson.databind.JsonNode;

/// Notifications over HTTP, on both databases.
@ParameterizedClass
@EachDatabase
class NotificationApiTest {
  private static final String PATH = "/api/v1/notifications";

  @Parameter DatabaseKind kind;
  private ServerFixture fixture;

  @BeforeEach
  void open() {
    fixture = new ServerFixture(kind);
    fixture.addEventType("intro", "\"requiresApproval\": true");
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private JsonNode book(String start) {
    Answer booked =
        fixture.post("/api/v1/bookings", ServerFixture.booking(start, "bob@example.com"));
    assertThat(booked.status()).as(booked.body().toString()).isEqualTo(201);
    return booked.body();
  }

  private JsonNode page(String query) {
    Answer page = fixture.asHost("GET", PATH + query, "");
    assertThat(page.status()).as(page.body().toString()).isEqualTo(200);
    return page.body();
  }

  private static List<String> types(JsonNode page) {
    List<String> types = new ArrayList<>();
    page.path("notifications").forEach(one -> types.add(one.path("type").asString()));
    return types;
  }

  @Test
  void notifiesOfWhatOthersDoAndNotOfWhatTheHostDoesHimself() {
    JsonNode asked = book("2026-03-09T14:00:00Z");
    String path = "/api/v1/bookings/" + asked.path("id").asString();
    assertThat(fixture.asHost("POST", path + "/confirm", "{}").status()).isEqualTo(200);
    String manage = asked.path("manageUrl").asString();
    String token = manage.substring(manage.lastIndexOf('/') + 1);
    fixture.post("/api/v1/manage/" + token + "/cancel", "{\"reason\": \"Ill\"}");

    JsonNode page = page("");

    assertThat(types(page)).containsExactly("booking.cancelled", "booking.requested");
    assertThat(page.path("unread").asInt()).isEqualTo(2);
    JsonNode cancelled = page.path("notifications").path(0);
    assertThat(cancelled.path("read").asBoolean()).isFalse();
    assertThat(cancelled.at("/booking/id")).isEqualTo(asked.path("id"));
    assertThat(cancelled.at("/booking/status").asString()).isEqualTo("cancelled");
    assertThat(cancelled.path("timestamp").asString()).isEqualTo("2026-03-02T12:00:00Z");
    assertThat(cancelled.toString()).doesNotContain("manageUrl\":\"http");
  }

  @Test
  void marksAsRead() {
    book("2026-03-09T14:00:00Z");
    book("2026-03-09T15:00:00Z");
    JsonNode page = page("");
    int first = page.path("notifications").path(1).path("id").asInt();
    int second = page.path("notifications").path(0).path("id").asInt();
    assertThat(read(first)).isEqualTo(1);
    assertThat(page("").path("notifications").path(1).path("read").asBoolean()).isTrue();
    assertThat(page("").path("notifications").path(0).path("read").asBoolean()).isFalse();
    assertThat(read(second + 1000)).isEqualTo(1);
    assertThat(read(second)).isZero();
    assertThat(read(first)).isZero();
    assertThat(page("").path("unread").asInt()).isZero();
    book("2026-03-09T16:00:00Z");
    assertThat(page("").path("unread").asInt()).isEqualTo(1);
    assertThat(fixture.asHost("POST", PATH + "/read", "{}").field()).isEqualTo("upTo");
    assertThat(fixture.asHost("POST", PATH + "/read", "{\"upTo\": -1}").field()).isEqualTo("upTo");
    assertThat(fixture.get(PATH).status()).isEqualTo(401);
  }

  private int read(int upTo) {
    Answer read = fixture.asHost("POST", PATH + "/read", "{\"upTo\": " + upTo + "}");
    assertThat(read.status()).isEqualTo(200);
    return read.body().path("unread").asInt();
  }

  @Test
  void goesThroughPages() {
    for (int hour = 14; hour < 19; hour++) {
      book("2026-03-09T" + hour + ":00:00Z");
    }
    List<String> ids = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = page("?limit=2&cursor=" + cursor);
      page.path("notifications").forEach(one -> ids.add(one.path("id").toString()));
      cursor = page.path("nextCursor").asString("");
    } while (!cursor.isEmpty());
    assertThat(ids).hasSize(5).doesNotHaveDuplicates();
    assertThat(fixture.asHost("GET", PATH + "?limit=0", "").field()).isEqualTo("limit");
    assertThat(fixture.asHost("GET", PATH + "?limit=101", "").field()).isEqualTo("limit");
    assertThat(fixture.asHost("GET", PATH + "?cursor=x", "").field()).isEqualTo("cursor");
  }

  @Test
  void forgetsAfterAMonth() {
    book("2026-06-09T14:00:00Z");
    fixture.core.clock.advance(Duration.ofDays(29));
    assertThat(types(page(""))).hasSize(1);
    fixture.core.clock.advance(Duration.ofDays(1));
    assertThat(types(page(""))).isEmpty();
    assertThat(page("").path("unread").asInt()).isZero();
  }

  @Test
  void notifiesOfInvitationsToTeamsAndOfTheAnswers() {
    String grace = fixture.addHost("grace");
    Answer team =
        fixture.asHost(
            "POST",
            "/api/v1/teams",
            """
            {"handle": "crew", "name": "Crew", "members": [{"handle": "ada"}, {"handle": "grace"}]}
            """);
    assertThat(team.status()).as(team.body().toString()).isEqualTo(201);
    JsonNode hers = fixture.as(grace, "GET", PATH, "").body();
    assertThat(types(hers)).containsExactly("team.invited");
    assertThat(hers.at("/notifications/0/subject/id")).isEqualTo(team.body().path("id"));
    fixture.as(grace, "POST", "/api/v1/me/memberships/crew/accept", "");
    assertThat(types(page(""))).containsExactly("team.joined");
    fixture.as(grace, "DELETE", "/api/v1/me/memberships/crew", "");
    assertThat(types(page(""))).containsExactly("team.left", "team.joined");
  }
}
