package org.meetwright.server.api;

import static org.assertj.core.api.Assertions.assertThat;

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

@ParameterizedClass
@EachDatabase
class TeamApiTest {
  private static final String TEAMS = "/api/v1/teams";
  private static final String EVENT_TYPES = "/api/v1/event-types";
  private static final String SALES =
      """
      {"handle": "sales", "name": "Sales", "members":
        [{"handle": "ada"}, {"handle": "bea", "weight": 2, "priority": 5}]}
      """;

  @Parameter DatabaseKind kind;
  private ServerFixture server;
  private String bea;

  @BeforeEach
  void open() {
    server = new ServerFixture(kind);
    bea = server.addHost("bea");
  }

  @AfterEach
  void close() {
    server.close();
  }

  private String addSales() {
    Answer added = server.asHost("POST", TEAMS, SALES);
    assertThat(added.status()).isEqualTo(201);
    accept();
    return added.response().headers().firstValue("Location").orElseThrow();
  }

  private void accept() {
    Answer accepted = server.as(bea, "POST", "/api/v1/me/memberships/sales/accept", "");
    assertThat(accepted.status()).isEqualTo(200);
  }

  @Test
  void keepsATeamWithItsDefaults() {
    String path = addSales();
    JsonNode team = server.asHost("GET", path, "").body();
    assertThat(team.propertyNames()).containsExactly("id", "handle", "name", "members");
    assertThat(team.path("members").valueStream().map(JsonNode::toString))
        .containsExactlyInAnyOrder(
            "{\"handle\":\"ada\",\"weight\":1,\"priority\":0,\"state\":\"member\"}",
            "{\"handle\":\"bea\",\"weight\":2,\"priority\":5,\"state\":\"member\"}");
    assertThat(server.asHost("GET", TEAMS, "").body().path("teams").path(0)).isEqualTo(team);
    assertThat(server.asHost("PUT", path, team.toString()).body()).isEqualTo(team);
  }

  @Test
  void replacesAndDeletesATeamAndFreesItsHandle() {
    String path = addSales();
    String renamed = SALES.replace("sales", "selling").replace("{\"handle\": \"ada\"}, ", "");
    Answer changed = server.asHost("PUT", path, renamed);
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.body().path("members")).hasSize(1);
    assertThat(server.get("/api/v1/hosts/sales").status()).isEqualTo(404);
    assertThat(server.asHost("DELETE", path, "").status()).isEqualTo(204);
    assertThat(server.asHost("GET", path, "").status()).isEqualTo(404);
    assertThat(server.asHost("POST", TEAMS, renamed).status()).isEqualTo(201);
  }

  @Test
  void namesTheFieldOfATeamThatIsWrong() {
    addSales();
    assertThat(wrong(SALES)).isEqualTo("handle");
    assertThat(wrong(SALES.replace("sales", "bea"))).isEqualTo("handle");
    assertThat(wrong(SALES.replace("sales", "Sales!"))).isEqualTo("handle");
    assertThat(wrong(SALES.replace("\"handle\": \"sales\", ", ""))).isEqualTo("handle");
    assertThat(wrongTeam("\"name\": \" \", \"members\": [{\"handle\": \"ada\"}]"))
        .isEqualTo("name");
    assertThat(wrongTeam("\"name\": \"Sign in at https://x.example\"")).isEqualTo("name");
    assertThat(wrongMember("{\"handle\": \"nobody\"}")).isEqualTo("members[0].handle");
    assertThat(wrongMember("{\"weight\": 1}")).isEqualTo("members[0].handle");
    assertThat(wrongMember("{\"handle\": \"ada\", \"weight\": -1}")).isEqualTo("members[0].weight");
    assertThat(wrongMember("{\"handle\": \"ada\", \"priority\": 101}"))
        .isEqualTo("members[0].priority");
    assertThat(wrongMember("{\"handle\": \"ada\", \"priority\": -1}"))
        .isEqualTo("members[0].priority");
    assertThat(wrongMember("{\"handle\": \"ada\", \"rank\": 1}")).isEqualTo("members[0].rank");
    assertThat(wrongMember("{\"handle\": \"bea\"}, {\"handle\": \"bea\"}")).isEqualTo("members");
  }

  private String wrongMember(String members) {
    return wrongTeam("\"name\": \"N\", \"members\": [" + members + "]");
  }

  private String wrongTeam(String fields) {
    return wrong("{\"handle\": \"support\", " + fields + "}");
  }

  private String wrong(String body) {
    Answer answer = server.asHost("POST", TEAMS, body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid_request");
    return answer.field();
  }

  @Test
  void tellsATeamLikeAHost() {
    addSales();
    assertThat(server.get("/api/v1/hosts/sales").body().toString())
        .isEqualTo(
            "{\"handle\":\"sales\",\"name\":\"Sales\",\"timeZone\":\"America/New_York\","
                + "\"eventTypes\":[]}");
  }

  @Test
  void letsNobodyButItsOwnerSeeOrChangeATeam() {
    String path = addSales();
    for (String method : new String[] {"GET", "PUT", "DELETE"}) {
      assertThat(server.as(bea, method, path, SALES).status()).as(method).isEqualTo(404);
      assertThat(server.as("wrong", method, path, SALES).status()).as(method).isEqualTo(401);
    }
    assertThat(server.as(bea, "GET", TEAMS, "").body().path("teams")).isEmpty();
    Answer uses = server.as(bea, "POST", EVENT_TYPES, eventType("roundRobin", "sales"));
    assertThat(uses.status()).isEqualTo(400);
    assertThat(uses.field()).isEqualTo("assignment.team");
    assertThat(server.asHost("GET", path, "").body().path("members")).hasSize(2);
  }

  private static String eventType(String kind, String team) {
    return """
    {"slug": "demo", "name": "Demo", "durationMinutes": 30,
     "assignment": {"kind": "%s", "team": "%s"}}
    """
        .formatted(kind, team);
  }

  @Test
  void tellsTheTeamOfAnEventTypeByItsHandle() {
    String path = addSales();
    String id = path.substring(path.lastIndexOf('/') + 1);
    Answer added = server.asHost("POST", EVENT_TYPES, eventType("roundRobin", id));
    assertThat(added.status()).isEqualTo(201);
    JsonNode type = added.body();
    assertThat(type.path("assignment").toString())
        .isEqualTo("{\"kind\":\"roundRobin\",\"team\":\"sales\"}");
    String location = added.response().headers().firstValue("Location").orElseThrow();
    assertThat(server.asHost("PUT", location, type.toString()).body()).isEqualTo(type);
    assertThat(server.asHost("GET", location, "").body()).isEqualTo(type);
    Answer together = server.asHost("PUT", location, eventType("collective", "sales"));
    assertThat(together.body().path("assignment").path("kind").stringValue())
        .isEqualTo("collective");
    assertThat(server.asHost("DELETE", path, "").code()).isEqualTo("in_use");
    assertThat(server.asHost("DELETE", location, "").status()).isEqualTo(204);
    assertThat(server.asHost("DELETE", path, "").status()).isEqualTo(204);
  }

  @Test
  void namesTheFieldOfAnAssignmentThatIsWrong() {
    addSales();
    assertThat(wrongType(eventType("anyone", "sales"))).isEqualTo("assignment.kind");
    assertThat(wrongType(eventType("oneHost", "sales"))).isEqualTo("assignment.team");
    assertThat(wrongType(eventType("roundRobin", "nobody"))).isEqualTo("assignment.team");
    assertThat(wrongType(eventType("roundRobin", "sales").replace(", \"team\": \"sales\"", "")))
        .isEqualTo("assignment.team");
    String seats = eventType("roundRobin", "sales").replaceFirst("\\{", "{\"seats\": %d, ");
    assertThat(wrongType(seats.formatted(0))).isEqualTo("seats");
    assertThat(wrongType(seats.formatted(1001))).isEqualTo("seats");
    String schedule =
        server
            .asHost("GET", "/api/v1/schedules", "")
            .body()
            .path("schedules")
            .path(0)
            .path("id")
            .stringValue();
    assertThat(
            wrongType(
                eventType("roundRobin", "sales")
                    .replaceFirst("\\{", "{\"scheduleId\": \"" + schedule + "\", ")))
        .isEqualTo("scheduleId");
  }

  private String wrongType(String body) {
    Answer answer = server.asHost("POST", EVENT_TYPES, body);
    assertThat(answer.status()).isEqualTo(400);
    return answer.field();
  }

  @Test
  void offersWhatATeamOffersAtItsHandle() {
    addSales();
    server.addEventType("demo", "\"assignment\": {\"kind\": \"roundRobin\", \"team\": \"sales\"}");
    assertThat(server.get("/api/v1/hosts/sales").body().path("eventTypes")).hasSize(1);
    assertThat(server.get("/api/v1/hosts/ada").body().path("eventTypes")).isEmpty();
    JsonNode shown = server.get("/api/v1/hosts/sales/event-types/demo").body();
    assertThat(shown.path("hosts").valueStream().map(host -> host.path("handle").stringValue()))
        .containsExactlyInAnyOrder("ada", "bea");
    assertThat(server.get("/api/v1/hosts/ada/event-types/demo").status()).isEqualTo(404);
    Answer slots = server.get("/api/v1/hosts/sales/event-types/demo/slots?from=2026-03-03");
    assertThat(slots.body().path("zone").stringValue()).isEqualTo("America/New_York");
    assertThat(slots.body().path("slots").path(0).path("start").stringValue())
        .isEqualTo("2026-03-03T09:00:00-05:00");
  }

  @Test
  void givesRoundRobinMeetingsToTheMembersInTurn() {
    server.asHost("POST", TEAMS, SALES.replace(", \"weight\": 2, \"priority\": 5", ""));
    accept();
    server.addEventType("demo", "\"assignment\": {\"kind\": \"roundRobin\", \"team\": \"sales\"}");
    String first = bookDemo("14:00", "a@example.com");
    String second = bookDemo("14:00", "b@example.com");
    assertThat(first).isNotEqualTo(second);
    Answer third = book("14:00", "c@example.com");
    assertThat(third.status()).isEqualTo(409);
    assertThat(third.code()).isEqualTo("slot_taken");
    String fourth = bookDemo("15:00", "d@example.com");
    String fifth = bookDemo("16:00", "e@example.com");
    assertThat(fourth).isNotEqualTo(fifth);
    assertThat(bookingsOf(server.token)).isEqualTo(2);
    assertThat(bookingsOf(bea)).isEqualTo(2);
  }

  private int bookingsOf(String token) {
    return server.as(token, "GET", "/api/v1/bookings", "").body().path("bookings").size();
  }

  private String bookDemo(String time, String email) {
    Answer booked = book(time, email);
    assertThat(booked.status()).isEqualTo(201);
    assertThat(booked.body().path("hosts")).hasSize(1);
    return booked.body().path("hosts").path(0).path("handle").stringValue();
  }

  private Answer book(String time, String email) {
    return server.post(
        "/api/v1/bookings",
        ServerFixture.booking("sales/demo", "2026-03-03T" + time + ":00Z", email));
  }

  @Test
  void putsCollectiveMeetingsOnTheCalendarsOfAllMembers() {
    addSales();
    server.addEventType("demo", "\"assignment\": {\"kind\": \"collective\", \"team\": \"sales\"}");
    Answer booked = book("15:00", "a@example.com");
    assertThat(booked.body().path("hosts")).hasSize(2);
    String path = "/api/v1/bookings/" + booked.body().path("id").stringValue();
    assertThat(server.asHost("GET", path, "").status()).isEqualTo(200);
    assertThat(server.as(bea, "GET", path, "").status()).isEqualTo(200);
    assertThat(book("15:00", "b@example.com").code()).isEqualTo("slot_taken");
    assertThat(server.as(bea, "POST", path + "/cancel", "{}").status()).isEqualTo(200);
    assertThat(server.asHost("GET", path, "").body().path("status").stringValue())
        .isEqualTo("cancelled");
    assertThat(book("15:00", "b@example.com").status()).isEqualTo(201);
  }

  @Test
  void seatsAsManyInviteesAsAGroupHasSeats() {
    JsonNode added = server.addEventType("class", "\"seats\": 3");
    assertThat(added.path("seats").intValue()).isEqualTo(3);
    assertThat(server.get("/api/v1/hosts/ada/event-types/class").body().path("seats").intValue())
        .isEqualTo(3);
    for (int left = 3; left > 0; left--) {
      assertThat(seatsLeftAtTen()).isEqualTo(left);
      assertThat(bookClass("invitee" + left + "@example.com").status()).isEqualTo(201);
    }
    assertThat(seatsLeftAtTen()).isZero();
    Answer fourth = bookClass("late@example.com");
    assertThat(fourth.status()).isEqualTo(409);
    assertThat(fourth.code()).isEqualTo("slot_taken");
  }

  private Answer bookClass(String email) {
    return server.post(
        "/api/v1/bookings", ServerFixture.booking("ada/class", "2026-03-03T15:00:00Z", email));
  }

  /// Returns 0 if the slot is not listed.
  private int seatsLeftAtTen() {
    return server
        .get("/api/v1/hosts/ada/event-types/class/slots?from=2026-03-03&to=2026-03-03")
        .body()
        .path("slots")
        .valueStream()
        .filter(slot -> slot.path("start").stringValue().equals("2026-03-03T10:00:00-05:00"))
        .mapToInt(slot -> slot.path("seatsLeft").intValue())
        .sum();
  }
}
