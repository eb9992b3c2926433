package org.meetwright.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Patience;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;
import tools.jackson.databind.JsonNode;

/// What hosts decide about their calendars over HTTP.
@ParameterizedClass
@EachDatabase
class CalendarProblemApiTest {
  private static final String ACCOUNTS = "/api/v1/calendar-accounts";
  private static final String PROBLEMS = "/api/v1/calendar-problems";
  private static final String TEN = "2026-03-10T14:00:00Z";

  @Parameter DatabaseKind kind;
  private ServerFixture fixture;
  private CalendarFile file;

  @BeforeEach
  void open() {
    fixture = new ServerFixture(kind, true);
    fixture.addEventType("intro", "\"seats\": 1");
    file = new CalendarFile("/basic.ics");
  }

  @AfterEach
  void close() {
    fixture.close();
    file.close();
  }

  private String connect(String provider, String url) {
    String body = "{\"kind\": \"" + provider + "\", \"url\": \"" + url + "\"}";
    Answer added = fixture.asHost("POST", ACCOUNTS, body);
    assertThat(added.status()).as(added.body().toString()).isEqualTo(201);
    return ACCOUNTS + "/" + added.body().path("id").asString();
  }

  private JsonNode calendar(String account) {
    return fixture.asHost("GET", account + "/calendars", "").body().at("/calendars/0");
  }

  private void sync(String account) {
    fixture.core.clock.advance(Duration.ofSeconds(1));
    assertThat(fixture.asHost("POST", account + "/sync", "").status()).isEqualTo(200);
  }

  private String book() {
    Answer booked = fixture.post("/api/v1/bookings", ServerFixture.booking(TEN, "bob@example.com"));
    assertThat(booked.status()).as(booked.body().toString()).isEqualTo(201);
    return booked.body().at("/booking/id").asString(booked.body().path("id").asString(""));
  }

  private JsonNode problems() {
    return fixture.asHost("GET", PROBLEMS, "").body().path("calendarProblems");
  }

  private JsonNode problem(String expected) throws Exception {
    Patience.until(() -> problems().path(0).path("kind").asString("none").equals(expected));
    return problems().path(0);
  }

  private Answer decide(JsonNode problem, String choice) {
    return fixture.asHost(
        "POST", PROBLEMS + "/" + problem.path("id").asString(), "{\"choice\": \"" + choice + "\"}");
  }

  private static List<String> choices(JsonNode problem) {
    return problem.path("choices").valueStream().map(JsonNode::asString).toList();
  }

  @Test
  void believesThatManyAreGoneOnlyIfTheHostSaysSo() throws Exception {
    file.says(
        CalendarFile.event("1", TEN.replaceAll("[-:]", ""), "Dentist"),
        CalendarFile.event("2", "20260311T140000Z", "Dentist"),
        CalendarFile.event("3", "20260312T140000Z", "Dentist"),
        CalendarFile.event("4", "20260313T140000Z", "Dentist"));
    String account = connect("ics", file.url());
    sync(account);
    file.says();
    sync(account);
    sync(account);
    JsonNode vanished = problem("vanished");
    assertThat(choices(vanished)).containsExactly("believe");
    assertThat(vanished.path("id").asString()).isEqualTo(calendar(account).path("id").asString());
    assertThat(fixture.core.core.busyTimes().list(fixture.core.ada.id(), null, null, 10))
        .hasSize(4);
    assertThat(decide(vanished, "cancel").status()).isEqualTo(404);
    assertThat(decide(vanished, "believe").status()).isEqualTo(204);
    sync(account);
    assertThat(fixture.core.core.busyTimes().list(fixture.core.ada.id(), null, null, 10)).isEmpty();
    assertThat(problems()).isEmpty();
    assertThat(decide(vanished, "believe").status()).isEqualTo(404);
  }

  @Test
  void tellsOfSomethingElseAtTheTimeOfAMeeting() throws Exception {
    String other = CalendarFile.event("1", "20260311T140000Z", "Dentist");
    file.says(other);
    String account = connect("ics", file.url());
    sync(account);
    fixture.core.clock.advance(Duration.ofMinutes(1));
    file.fails(500);
    String booking = book();
    file.says(other, CalendarFile.event("2", TEN.replaceAll("[-:]", ""), "Surgery"));
    sync(account);
    JsonNode collision = problem("collision");
    assertThat(collision.path("bookingId").asString()).isEqualTo(booking);
    assertThat(choices(collision)).contains("cancel").doesNotContain("believe");
    assertThat(decide(collision, "cancel").status()).isEqualTo(204);
    Patience.until(() -> problems().isEmpty());
    assertThat(fixture.asHost("GET", "/api/v1/bookings/" + booking, "").body().toString())
        .contains("\"cancelled\"");
  }
}
