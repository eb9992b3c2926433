package org.meetwright.server.calendar.caldav;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Patience;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;
import org.meetwright.server.calendar.http.ServiceRecords;
import org.meetwright.server.calendar.script.NameServer;
import tools.jackson.databind.JsonNode;

/// A host connects a real CalDAV server over the API, and changes there what was written for him.
@ParameterizedClass
@EachDatabase
@Timeout(600)
class CalendarJourneyTest {
  private static final String ACCOUNTS = "/api/v1/calendar-accounts";
  private static final String PROBLEMS = "/api/v1/calendar-problems";
  private static final String DAY = "2026-03-10";
  private static final String TEN = DAY + "T14:00:00Z";
  private static final Pattern HREF = Pattern.compile("href>([^<]+\\.ics)<");

  /// Of a calendar that has few events, none is believed to be gone that vanishes.
  private static final int OTHERS = 12;

  @Parameter DatabaseKind kind;
  @TempDir Path directory;
  private Bed bed;
  private NameServer names;
  private ServerFixture fixture;

  @BeforeEach
  void open() throws Exception {
    bed = Radicale.orSkip(directory);
    names = new NameServer();
    int port = URI.create(bed.root()).getPort();
    names.srv("_caldav._tcp.example.org", 0, 1, port, "localhost");
    fixture = new ServerFixture(kind, ServiceRecords.of(names.address()));
    fixture.addEventType("intro", "\"seats\": 1");
    for (int i = 0; i < OTHERS; i++) {
      bed.put("other" + i + ".ics", Bed.event("other" + i, "202603%02dT060000Z".formatted(11 + i)));
    }
    bed.put("dentist.ics", Bed.event("dentist", "20260310T160000Z"));
  }

  @AfterEach
  void close() throws Exception {
    if (bed != null) {
      fixture.close();
      names.close();
      bed.close();
    }
  }

  private Answer add(String url, String password) {
    return fixture.asHost(
        "POST",
        ACCOUNTS,
        """
        {"kind": "caldav", "url": "%s", "user": "ada", "password": "%s"}
        """
            .formatted(url, password));
  }

  private String connect(String url) {
    Answer added = add(url, bed.password());
    assertThat(added.status()).as(added.body().toString()).isEqualTo(201);
    return ACCOUNTS + "/" + added.body().path("id").asString();
  }

  private void choose(String account, String choice) {
    JsonNode calendar = fixture.asHost("GET", account + "/calendars", "").body().at("/calendars/0");
    String path = account + "/calendars/" + calendar.path("id").asString();
    Answer chosen = fixture.asHost("PATCH", path, choice);
    assertThat(chosen.status()).as(chosen.body().toString()).isEqualTo(200);
  }

  private void sync(String account) {
    fixture.core.clock.advance(Duration.ofSeconds(1));
    Answer synced = fixture.asHost("POST", account + "/sync", "");
    assertThat(synced.body().path("error").isNull()).as(synced.body().toString()).isTrue();
  }

  private List<String> starts() {
    return fixture
        .get(
            "/api/v1/hosts/ada/event-types/intro/slots?from=2026-03-10&to=2026-03-10&zone=UTC"
                + "&fields=start")
        .body()
        .path("starts")
        .valueStream()
        .map(JsonNode::asString)
        .toList();
  }

  private String book() {
    Answer booked = fixture.post("/api/v1/bookings", ServerFixture.booking(TEN, "bob@example.com"));
    assertThat(booked.status()).as(booked.body().toString()).isEqualTo(201);
    return booked.body().at("/booking/id").asString(booked.body().path("id").asString(""));
  }

  private String status(String booking) {
    JsonNode told = fixture.asHost("GET", "/api/v1/bookings/" + booking, "").body();
    return told.path("status").asString(told.at("/booking/status").asString(""));
  }

  /// Returns the addresses of what stands in the calendar beside what others put in.
  private List<String> ours() throws Exception {
    List<String> found = new ArrayList<>();
    Matcher href = HREF.matcher(bed.curl("PROPFIND", bed.calendar(), "", "Depth: 1").body());
    while (href.find()) {
      if (!href.group(1).matches(".*/(other[0-9]+|dentist)\\.ics")) {
        found.add(URI.create(bed.root()).resolve(href.group(1)).toString());
      }
    }
    return found;
  }

  private String event() throws Exception {
    Patience.until(() -> ours().size() == 1);
    return ours().getFirst();
  }

  private void delete(String address) throws Exception {
    assertThat(bed.curl("DELETE", address, "").status() / 100).isEqualTo(2);
  }

  private JsonNode problem(String account, String expected) throws Exception {
    sync(account);
    Patience.until(() -> kind().equals(expected));
    return fixture.asHost("GET", PROBLEMS, "").body().at("/calendarProblems/0");
  }

  private String kind() {
    return fixture
        .asHost("GET", PROBLEMS, "")
        .body()
        .at("/calendarProblems/0/kind")
        .asString("none");
  }

  private Answer decide(JsonNode problem, String choice) {
    String path = PROBLEMS + "/" + problem.path("id").asString();
    return fixture.asHost("POST", path, "{\"choice\": \"" + choice + "\"}");
  }

  @Test
  void connectsReadsWritesAndDecidesOverTheApi() throws Exception {
    Answer wrong = add(bed.root(), "wrong");
    assertThat(wrong.field()).isEqualTo("password");
    assertThat(fixture.asHost("GET", ACCOUNTS, "").body().path("calendarAccounts")).isEmpty();

    String byDomain = connect("ada@example.org");
    assertThat(names.asked()).contains("SRV _caldav._tcp.example.org");
    assertThat(fixture.asHost("DELETE", byDomain, "").status()).isEqualTo(204);
    String account = connect(bed.root());
    sync(account);
    assertThat(starts()).contains(TEN).doesNotContain(DAY + "T16:00:00Z", DAY + "T16:30:00Z");
    choose(account, "{\"busy\": false}");
    assertThat(starts()).contains(DAY + "T16:00:00Z");
    choose(account, "{\"busy\": true, \"receives\": true}");
    sync(account);
    assertThat(starts()).doesNotContain(DAY + "T16:00:00Z");

    String booking = book();
    String event = event();
    assertThat(bed.curl("GET", event, "").body())
        .contains("X-MEETWRIGHT-MEETING")
        .doesNotContain("ORGANIZER", "ATTENDEE");
    sync(account);
    delete(event);
    JsonNode deleted = problem(account, "deleted");
    assertThat(deleted.path("bookingId").asString()).isEqualTo(booking);
    String grace = fixture.addHost("grace");
    String path = PROBLEMS + "/" + deleted.path("id").asString();
    assertThat(fixture.as(grace, "POST", path, "{\"choice\": \"cancel\"}").status()).isEqualTo(404);
    assertThat(fixture.as(grace, "GET", PROBLEMS, "").body().path("calendarProblems")).isEmpty();
    assertThat(decide(deleted, "believe").status()).isEqualTo(404);
    assertThat(decide(deleted, "burn").field()).isEqualTo("choice");
    assertThat(status(booking)).isEqualTo("confirmed");
    assertThat(decide(deleted, "put_back").status()).isEqualTo(204);

    String again = event();
    sync(account);
    String moved = bed.curl("GET", again, "").body().replace("20260310T14", "20260310T18");
    assertThat(
            bed.curl("PUT", again, moved.replace("\r", ""), "Content-Type: text/calendar").status()
                / 100)
        .isEqualTo(2);
    JsonNode asked = problem(account, "moved");
    assertThat(asked.path("start").asString()).isEqualTo(DAY + "T18:00:00Z");
    assertThat(decide(asked, "follow").status()).isEqualTo(204);
    Patience.until(() -> kind().equals("none"));
    JsonNode followed = fixture.asHost("GET", "/api/v1/bookings/" + booking, "").body();
    assertThat(followed.toString()).contains(DAY + "T18:00:00Z");

    event();
    sync(account);
    delete(event());
    assertThat(decide(problem(account, "deleted"), "cancel").status()).isEqualTo(204);
    assertThat(status(booking)).isEqualTo("cancelled");
    assertThat(fixture.asHost("DELETE", account, "").status()).isEqualTo(204);
    assertThat(starts()).contains(TEN, DAY + "T16:00:00Z");
  }
}
