package org.meetwright.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;
import tools.jackson.databind.JsonNode;

/// A host who takes another into a team without asking.
@ParameterizedClass
@EachDatabase
@Tag("attack")
class MembershipApiTest {
  private static final String MINE = "/api/v1/me/memberships";
  private static final String SLOTS =
      "/api/v1/hosts/trap/event-types/all-day/slots?from=2026-03-03";

  @Parameter DatabaseKind kind;
  private ServerFixture server;
  private String mallory;
  private JsonNode team;

  @BeforeEach
  void open() {
    server = new ServerFixture(kind);
    mallory = server.addHost("mallory");
    Answer made =
        server.as(
            mallory,
            "POST",
            "/api/v1/teams",
            "{\"handle\": \"trap\", \"name\": \"Trap\","
                + " \"members\": [{\"handle\": \"ada\", \"state\": \"member\"}]}");
    assertThat(made.status()).isEqualTo(201);
    team = made.body();
    Answer type =
        server.as(
            mallory,
            "POST",
            "/api/v1/event-types",
            "{\"slug\": \"all-day\", \"name\": \"All day\", \"durationMinutes\": 480,"
                + " \"assignment\": {\"kind\": \"collective\", \"team\": \"trap\"}}");
    assertThat(type.status()).isEqualTo(201);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private Answer book() {
    return server.post(
        "/api/v1/bookings",
        ServerFixture.booking("trap/all-day", "2026-03-03T14:00:00Z", "x@example.net"));
  }

  private static String state(JsonNode told) {
    return told.path("members").path(0).path("state").asString();
  }

  @Test
  void doesNotGetHisTime() {
    assertThat(state(team)).isEqualTo("invited");
    assertThat(server.get(SLOTS).body().path("slots")).isEmpty();
    Answer refused = book();
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().path("reasons").toString()).isEqualTo("[\"inactive\"]");
    Answer explained =
        server.as(
            mallory, "GET", "/api/v1/explain?eventType=all-day&start=2026-03-03T14:00:00Z", "");
    assertThat(explained.response().body()).doesNotContain("ada");
    assertThat(server.get("/api/v1/hosts/trap/event-types/all-day").body().path("hosts")).isEmpty();
    // Nor does insisting help.
    String path = "/api/v1/teams/" + team.path("id").asString();
    assertThat(state(server.as(mallory, "PUT", path, team.toString()).body())).isEqualTo("invited");
  }

  @Test
  void isAnsweredByWhomHeNamed() {
    JsonNode mine = server.asHost("GET", MINE, "").body().path("memberships");
    assertThat(mine.toString())
        .isEqualTo(
            "[{\"team\":{\"id\":\"%s\",\"handle\":\"trap\",\"name\":\"Trap\"},"
                    .formatted(team.path("id").asString())
                + "\"owner\":{\"handle\":\"mallory\",\"name\":\"mallory Example\"},"
                + "\"weight\":1,\"priority\":0,\"state\":\"invited\"}]");
    String id = team.path("id").asString();
    for (String stranger : new String[] {mallory, server.addHost("eve")}) {
      assertThat(server.as(stranger, "POST", MINE + "/" + id + "/accept", "").status())
          .isEqualTo(404);
      assertThat(server.as(stranger, "DELETE", MINE + "/" + id, "").status()).isEqualTo(404);
    }
    assertThat(server.as("", "POST", MINE + "/" + id + "/accept", "").status()).isEqualTo(401);

    Answer accepted = server.asHost("POST", MINE + "/" + id + "/accept", "");
    assertThat(accepted.status()).isEqualTo(200);
    assertThat(accepted.body().path("state").asString()).isEqualTo("member");
    assertThat(server.asHost("POST", MINE + "/trap/accept", "").body()).isEqualTo(accepted.body());
    assertThat(server.get(SLOTS).body().path("slots")).isNotEmpty();
    assertThat(book().status()).isEqualTo(201);

    assertThat(server.asHost("DELETE", MINE + "/trap", "").status()).isEqualTo(204);
    assertThat(server.asHost("DELETE", MINE + "/trap", "").status()).isEqualTo(404);
    assertThat(server.asHost("GET", MINE, "").body().path("memberships")).isEmpty();
    assertThat(server.get(SLOTS.replace("03-03", "03-04")).body().path("slots")).isEmpty();
    String path = "/api/v1/teams/" + id;
    assertThat(server.as(mallory, "GET", path, "").body().path("members")).isEmpty();
    Answer emptied =
        server.as(
            mallory, "PUT", path, "{\"handle\": \"trap\", \"name\": \"Trap\", \"members\": []}");
    assertThat(emptied.status()).isEqualTo(200);
  }

  @Test
  void isAnAdminWhoMay() {
    server.core.sql("UPDATE host SET role = 'ADMIN' WHERE handle = 'mallory'");
    String path = "/api/v1/teams/" + team.path("id").asString();

    assertThat(state(server.as(mallory, "PUT", path, team.toString()).body())).isEqualTo("member");
    assertThat(book().status()).isEqualTo(201);
  }

  @Test
  void isToldThatAStoredRowCannotBeRead() {
    String id = team.path("id").asString();
    server.core.sql("UPDATE team SET name = '' WHERE id = '" + id + "'");

    assertThat(server.as(mallory, "GET", "/api/v1/teams", "").body().path("teams")).isEmpty();
    Answer told = server.as(mallory, "GET", "/api/v1/teams/" + id, "");
    assertThat(told.status()).isEqualTo(500);
    assertThat(told.code()).isEqualTo("internal_error");
    assertThat(told.body().path("detail").asString())
        .isEqualTo("The stored team " + id + " cannot be read; the admin finds in the log why.");
    assertThat(server.asHost("GET", "/api/v1/export", "").status()).isEqualTo(200);
  }
}
