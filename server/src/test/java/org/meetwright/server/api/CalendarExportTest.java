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
import org.meetwright.core.erasure.ErasureOutcome;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;
import org.meetwright.server.calendar.script.MemoryDav;
import tools.jackson.databind.JsonNode;

/// What the export holds of a host's calendars, and what an erasure leaves of them.
@ParameterizedClass
@EachDatabase
class CalendarExportTest {
  private static final String ACCOUNTS = "/api/v1/calendar-accounts";
  private static final String START = "2026-03-12T14:00:00Z";
  private static final String PASSWORD = "zqPassword1";
  private static final String PATH = "zqPath2";
  private static final String USER = "zqUser3";

  private static final List<String> TABLES =
      List.of("calendar_connection", "calendar", "calendar_item", "busy_series", "meeting_event");

  @Parameter DatabaseKind kind;
  private ServerFixture fixture;
  private MemoryDav dav;
  private String account;

  @BeforeEach
  void open() throws Exception {
    fixture = new ServerFixture(kind, true);
    fixture.addEventType("intro", "\"seats\": 1");
    dav = new MemoryDav("/" + PATH + "/").asksFor(USER, PASSWORD);
    dav.put("dentist.ics", event("zqUid4", "20260313T140000Z", "SUMMARY:zqDentist5"));
    dav.put(
        "secret.ics", event("zqUid6", "20260314T140000Z", "CLASS:PRIVATE", "SUMMARY:zqPrivate7"));
    account = connect();
    String calendars = account + "/calendars";
    String calendar = fixture.asHost("GET", calendars, "").body().at("/calendars/0/id").asString();
    fixture.asHost("PATCH", calendars + "/" + calendar, "{\"receives\": true}");
    sync();
    Answer booked =
        fixture.post("/api/v1/bookings", ServerFixture.booking(START, "bob@example.com"));
    assertThat(booked.status()).isEqualTo(201);
    Patience.until(() -> dav.events().size() == 3);
    settle();
    sync();
  }

  @AfterEach
  void close() {
    fixture.close();
    dav.close();
  }

  private String connect() {
    String body =
        "{\"kind\": \"caldav\", \"url\": \"%s\", \"user\": \"%s\", \"password\": \"%s\", \"name\": \"Mine\"}"
            .formatted(dav.url(), USER, PASSWORD);
    Answer added = fixture.asHost("POST", ACCOUNTS, body);
    assertThat(added.status()).as(added.body().toString()).isEqualTo(201);
    return ACCOUNTS + "/" + added.body().path("id").asString();
  }

  private static String event(String uid, String start, String... more) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:%s\r\nDTSTART:%s\r\nDURATION:PT1H\r\n%s\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        .formatted(uid, start, String.join("\r\n", more));
  }

  private void sync() throws Exception {
    fixture.core.clock.advance(Duration.ofSeconds(1));
    assertThat(fixture.asHost("POST", account + "/sync", "").status()).isEqualTo(200);
    settle();
  }

  private void settle() throws Exception {
    Patience.until(
        () ->
            fixture.core.core.outbox().list(null, "pending", 50).stream()
                .allMatch(one -> one.dueAt().isAfter(fixture.core.clock.instant())));
  }

  private void moveThere() throws Exception {
    String name =
        dav.events().keySet().stream()
            .filter(one -> !one.equals("dentist.ics") && !one.equals("secret.ics"))
            .findFirst()
            .orElseThrow();
    dav.put(name, dav.events().get(name).replace("20260312T14", "20260312T18"));
    sync();
  }

  private List<String> rows(String table) {
    return fixture.core.dump().lines().filter(row -> row.startsWith(table + " |")).toList();
  }

  private JsonNode export() {
    return fixture.asHost("GET", "/api/v1/export", "").body();
  }

  @Test
  void holdsAllThatIsKnownOfThemButTheirSecrets() throws Exception {
    moveThere();
    JsonNode export = export();

    assertThat(export.at("/calendarAccounts/0/account/name").asString()).isEqualTo("Mine");
    JsonNode calendar = export.at("/calendarAccounts/0/calendars/0");
    assertThat(calendar.path("name").asString()).isEqualTo("Work");
    assertThat(calendar.path("receives").asBoolean()).isTrue();
    String id = calendar.path("id").asString();
    assertThat(export.path("calendarItems"))
        .hasSize(2)
        .allMatch(item -> item.path("calendarId").asString().equals(id));
    assertThat(export.path("calendarItems").findValuesAsString("uid"))
        .containsExactlyInAnyOrder("zqUid4", "zqUid6");
    assertThat(export.path("calendarItems").toString())
        .contains("DTSTART:20260313T140000Z", "zqDentist5");
    assertThat(export.path("busyTimes").findValuesAsString("start"))
        .containsExactly("2026-03-13T14:00:00Z", "2026-03-14T14:00:00Z");
    assertThat(export.path("busyTimes").findValuesAsString("summary"))
        .containsExactly("zqDentist5", "");
    JsonNode written = export.at("/calendarEvents/0");
    assertThat(written.path("calendarId").asString()).isEqualTo(id);
    assertThat(written.path("state").asString()).isEqualTo("moved");
    assertThat(written.path("start").asString()).isEqualTo(START);
    JsonNode problem = export.at("/calendarProblems/0");
    assertThat(problem.path("kind").asString()).isEqualTo("moved");
    assertThat(problem.path("start").asString()).isEqualTo("2026-03-12T18:00:00Z");
    assertThat(problem.path("bookingId").asString())
        .isEqualTo(
            export
                .at("/bookings/0/id")
                .asString(export.at("/bookings/0/booking/id").asString("?")));
    assertThat(export.toString()).doesNotContain(PASSWORD, PATH, USER, "zqPrivate7");

    String grace = fixture.addHost("grace");
    assertThat(fixture.as(grace, "GET", "/api/v1/export", "").body().toString())
        .doesNotContain("zqUid4", "zqDentist5", "zqUid6", id);
  }

  @Test
  void areGoneWhenTheHostIsErased() throws Exception {
    moveThere();
    for (String table : TABLES) {
      assertThat(rows(table)).as(table).isNotEmpty();
    }
    fixture.core.clock.set("2026-03-20T12:00:00Z");
    settle();

    assertThat(fixture.core.core.erasure().eraseHost(fixture.core.ada.id()))
        .isInstanceOf(ErasureOutcome.Erased.class);
    assertThat(fixture.core.dump("secret_key"))
        .doesNotContain(
            PASSWORD,
            PATH,
            USER,
            "zqUid4",
            "zqDentist5",
            "zqUid6",
            "zqPrivate7",
            "bob@example.com");
    for (String table : TABLES) {
      assertThat(rows(table)).as(table).isEmpty();
    }
  }
}
