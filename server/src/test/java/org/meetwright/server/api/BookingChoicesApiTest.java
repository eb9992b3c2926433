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

/// Lengths and places of bookings, bookings over the rules, and meetings that are handed over.
@ParameterizedClass
@EachDatabase
class BookingChoicesApiTest {
  private static final String SLOTS =
      "/api/v1/hosts/ada/event-types/call/slots?from=2026-03-03&to=2026-03-03";
  private static final String TEN = "2026-03-03T15:00:00Z";
  private static final String NIGHT = "2026-03-04T08:07:00Z";

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

  private JsonNode add(String fields) {
    Answer added =
        server.asHost(
            "POST",
            "/api/v1/event-types",
            "{\"slug\":\"call\",\"name\":\"Call\",\"durationMinutes\":30" + fields + "}");
    assertThat(added.status()).as(added.body().toString()).isEqualTo(201);
    return added.body();
  }

  private static String wish(String host, String start, String fields) {
    return """
    {"host":"%s","eventType":"call","start":"%s","invitee":{"name":"Bob Brown",
    "email":"bob@example.com","timeZone":"Europe/Berlin"}%s}\
    """
        .formatted(host, start, fields);
  }

  private Answer book(String start, String fields) {
    return server.post("/api/v1/bookings", wish("ada", start, fields));
  }

  private static String path(Answer booked, String rest) {
    return "/api/v1/bookings/" + booked.body().path("id").stringValue() + rest;
  }

  private static String manage(Answer booked, String rest) {
    String url = booked.body().path("manageUrl").stringValue();
    return "/api/v1/manage/" + url.substring(url.lastIndexOf('/') + 1) + rest;
  }

  @Test
  void listsSlotsOfTheAskedLength() {
    add(",\"durationsMinutes\":[60]");
    JsonNode hours = server.get(SLOTS + "&duration=60").body();
    assertThat(hours.path("durationMinutes").intValue()).isEqualTo(60);
    assertThat(hours.path("slots").size()).isEqualTo(8);
    assertThat(hours.path("slots").path(0).path("end").stringValue()).contains("T10:00:00");
    assertThat(server.get(SLOTS).body().path("slots").size()).isEqualTo(16);
    Answer first =
        server.get("/api/v1/hosts/ada/event-types/call/first-slot?from=2026-03-03&duration=60");
    assertThat(first.body().path("slot").path("end").stringValue()).contains("T10:00:00");
    for (String refused : new String[] {"45", "0", "x"}) {
      Answer answer = server.get(SLOTS + "&duration=" + refused);
      assertThat(answer.status()).as(refused).isEqualTo(400);
      assertThat(answer.field()).isEqualTo("duration");
    }
    assertThat(server.get(SLOTS + "&duration=45").body().toString()).contains("30, 60 minutes");
  }

  @Test
  void booksTheAskedLength() {
    add(",\"durationsMinutes\":[60]");
    Answer refused = book(TEN, ",\"durationMinutes\":45");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.field()).isEqualTo("durationMinutes");
    Answer hour = book(TEN, ",\"durationMinutes\":60");
    assertThat(hour.body().path("end").stringValue()).isEqualTo("2026-03-03T16:00:00Z");
    Answer own = server.get(manage(hour, "/slots?from=2026-03-04&to=2026-03-04"));
    assertThat(own.body().path("durationMinutes").intValue()).isEqualTo(60);
    assertThat(own.body().path("slots").size()).isEqualTo(8);
    assertThat(server.get(manage(hour, "/slots?duration=30")).field()).isEqualTo("duration");
    Answer hosts =
        server.asHost("GET", path(hour, "/slots?from=2026-03-04&to=2026-03-04&duration=60"), "");
    assertThat(hosts.body().path("slots").size()).isEqualTo(8);
    Answer moved = server.post(manage(hour, "/reschedule"), "{\"start\":\"2026-03-04T15:00:00Z\"}");
    assertThat(moved.body().path("end").stringValue()).isEqualTo("2026-03-04T16:00:00Z");
  }

  @Test
  void explainsTheAskedLength() {
    add(",\"durationsMinutes\":[60]");
    String half = "/api/v1/explain?eventType=call&start=2026-03-03T14:30:00Z";
    assertThat(server.asHost("GET", half, "").body().path("offered").booleanValue()).isTrue();
    JsonNode hour = server.asHost("GET", half + "&duration=60", "").body();
    assertThat(hour.path("reasons").path(0).path("code").stringValue()).isEqualTo("off_grid");
    assertThat(server.asHost("GET", half + "&duration=45", "").field()).isEqualTo("duration");
  }

  @Test
  void asksForANumberWhereTheHostCalls() {
    add(",\"locations\":[{\"kind\":\"in_person\",\"value\":\"12 Row\"},{\"kind\":\"phone\"}]");
    assertThat(book(TEN, ",\"location\":{\"kind\":\"phone\"}").field()).isEqualTo("location.value");
    assertThat(book(TEN, ",\"location\":{\"kind\":\"link\"}").field()).isEqualTo("location.kind");
    Answer called = book(TEN, ",\"location\":{\"kind\":\"phone\",\"value\":\"030 1234567\"}");
    assertThat(called.body().path("location").toString())
        .isEqualTo("{\"kind\":\"phone\",\"value\":\"+49 30 1234567\"}");
    assertThat(server.asHost("GET", "/api/v1/export", "").body().toString())
        .contains("+49 30 1234567");
    Answer first = book("2026-03-03T16:00:00Z", "");
    assertThat(first.body().path("location").toString())
        .isEqualTo("{\"kind\":\"inPerson\",\"value\":\"12 Row\"}");
  }

  @Test
  void tellsAGeneratedLinkToThoseInTheMeetingWhileItIsConfirmed() {
    add(
        ",\"requiresApproval\":true,\"locations\":[{\"kind\":\"generated_link\","
            + "\"value\":\"https://meet.example/{random}\"}]");
    Answer asked = book(TEN, "");
    assertThat(asked.body().path("location").toString())
        .isEqualTo("{\"kind\":\"generated_link\",\"value\":null}");
    Answer confirmed = server.asHost("POST", path(asked, "/confirm"), "{}");
    String link = confirmed.body().path("location").path("value").stringValue();
    assertThat(link).matches("https://meet\\.example/[a-z0-9]{24}");
    assertThat(server.get(manage(asked, "")).body().path("location").path("value").stringValue())
        .isEqualTo(link);
    String invite = server.get(manage(asked, "/invite.ics")).response().body();
    assertThat(invite).contains("LOCATION:" + link).contains("URL:" + link);
    Answer cancelled = server.post(manage(asked, "/cancel"), "{}");
    assertThat(cancelled.body().path("location").path("value").isNull()).isTrue();
  }

  @Test
  void letsAHostBookOverTheRules() {
    add(",\"minimumNoticeMinutes\":10000,\"requiresLink\":true");
    String over = ",\"override\":true";
    assertThat(book(NIGHT, over).code()).isEqualTo("unauthorized");
    Answer booked = server.asHost("POST", "/api/v1/bookings", wish("ada", NIGHT, over));
    assertThat(booked.status()).as(booked.body().toString()).isEqualTo(201);
    JsonNode history = server.asHost("GET", path(booked, ""), "").body().path("history");
    assertThat(history.path(0).path("by").stringValue()).isEqualTo("ada");
    assertThat(history.path(0).path("detail").stringValue())
        .contains("over the rules")
        .contains("outside_schedule");
    assertThat(server.asHost("POST", "/api/v1/bookings", wish("ada", NIGHT, over)).code())
        .isEqualTo("slot_taken");
    Answer past =
        server.asHost("POST", "/api/v1/bookings", wish("ada", "2026-03-02T11:00:00Z", over));
    assertThat(past.code()).isEqualTo("not_offered");
    assertThat(past.body().path("reasons").toString()).isEqualTo("[\"past\"]");
  }

  @Test
  void letsNoOtherHostBookOverTheRules() {
    add("");
    String eve = server.addHost("eve");
    String over = wish("ada", NIGHT, ",\"override\":true");
    Answer refused = server.as(eve, "POST", "/api/v1/bookings", over);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("forbidden");
    assertThat(server.asHost("GET", "/api/v1/bookings", "").body().path("bookings")).isEmpty();
    Answer unknown =
        server.as(eve, "POST", "/api/v1/bookings", over.replace("\"call\"", "\"none\""));
    assertThat(unknown.status()).isEqualTo(404);
  }

  @Test
  void handsOverToAMemberWhoIsFree() {
    String bea = server.addHost("bea");
    server.addHost("eve");
    String members = "\"members\":[{\"handle\":\"ada\",\"priority\":1},{\"handle\":\"bea\"}]";
    server.asHost(
        "POST", "/api/v1/teams", "{\"handle\":\"crew\",\"name\":\"Crew\"," + members + "}");
    server.as(bea, "POST", "/api/v1/me/memberships/crew/accept", "");
    add(",\"assignment\":{\"kind\":\"roundRobin\",\"team\":\"crew\"}");
    Answer booked = server.post("/api/v1/bookings", wish("crew", TEN, ""));
    assertThat(booked.body().at("/hosts/0/handle").asString()).isEqualTo("ada");
    assertThat(server.asHost("POST", path(booked, "/hand-over"), "{\"host\":\"eve\"}").status())
        .isIn(400, 409, 422);

    Answer given = server.asHost("POST", path(booked, "/hand-over"), "{\"host\":\"bea\"}");

    assertThat(given.status()).as(given.body().toString()).isEqualTo(200);
    assertThat(given.body().at("/hosts/0/handle").asString()).isEqualTo("bea");
    assertThat(given.body().path("start").asString()).isEqualTo(TEN);
    assertThat(given.body().path("calendarUid")).isEqualTo(booked.body().path("calendarUid"));
    assertThat(server.asHost("GET", path(booked, ""), "").status()).isEqualTo(404);
    assertThat(server.as(bea, "GET", path(booked, ""), "").body().path("status").asString())
        .isEqualTo("confirmed");
  }

  @Test
  void refusesAnInviteeWhoHasEnough() {
    add(",\"maxActivePerInvitee\":1");
    assertThat(book(TEN, "").status()).isEqualTo(201);
    Answer refused = book("2026-03-03T16:00:00Z", "");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().path("reasons").toString()).isEqualTo("[\"limit\"]");
  }

  @Test
  void refusesToHandOverWhatIsNoTeams() {
    add("");
    Answer booked = book(TEN, "");
    Answer refused = server.asHost("POST", path(booked, "/hand-over"), "{\"host\":\"bea\"}");
    assertThat(refused.code()).isEqualTo("not_possible");
    assertThat(server.asHost("POST", path(booked, "/hand-over"), "{}").code())
        .isIn("invalid_request", "not_possible");
  }
}
