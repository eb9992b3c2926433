package org.meetwright.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meetwright.server.ServerFixture.booking;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.TestTokens;
import org.meetwright.core.access.Passwords;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.host.Hosts.NewHost;
import org.meetwright.core.host.Role;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Handle;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;
import tools.jackson.databind.JsonNode;

@ParameterizedClass
@EachDatabase
class HostApiTest {
  private static final String TEN = "2026-03-03T15:00:00Z";
  private static final String INTRO =
      "{\"slug\":\"intro\",\"name\":\"Intro\",\"durationMinutes\":30}";

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

  @Test
  void wantsAValidToken() {
    assertThat(server.get("/api/v1/me").code()).isEqualTo("unauthorized");
    Answer wrong =
        server.send(server.request("/api/v1/me").header("Authorization", "Bearer wrong"));
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(server.asHost("GET", "/api/v1/me", "").body().path("handle").stringValue())
        .isEqualTo("ada");
  }

  @Test
  void signsInByPasswordForThirtyDaysAndOut() {
    server
        .core
        .core
        .hosts()
        .add(
            new NewHost(
                new Handle("eve"),
                "Eve",
                new EmailAddress("eve@example.org"),
                ZoneId.of("UTC"),
                Locale.ENGLISH,
                Passwords.hash("correct horse"),
                Role.HOST));
    String wrong = "{\"email\":\"eve@example.org\",\"password\":\"battery staple\"}";
    assertThat(server.post("/api/v1/sessions", wrong).status()).isEqualTo(401);
    Answer session =
        server.post(
            "/api/v1/sessions", "{\"email\":\"EVE@example.org\",\"password\":\"correct horse\"}");
    assertThat(session.status()).isEqualTo(201);
    assertThat(session.body().path("expiresAt").stringValue()).isEqualTo("2026-04-01T12:00:00Z");
    String bearer = "Bearer " + session.body().path("token").stringValue();
    assertThat(server.send(server.request("/api/v1/me").header("Authorization", bearer)).status())
        .isEqualTo(200);
    assertThat(
            server
                .send(
                    server
                        .request("/api/v1/sessions/current")
                        .header("Authorization", bearer)
                        .DELETE())
                .status())
        .isEqualTo(204);
    assertThat(server.send(server.request("/api/v1/me").header("Authorization", bearer)).status())
        .isEqualTo(401);
  }

  @Test
  void endsASessionAfterThirtyDays() {
    server
        .core
        .core
        .hosts()
        .add(
            new NewHost(
                new Handle("eve"),
                "Eve",
                new EmailAddress("eve@example.org"),
                ZoneId.of("UTC"),
                Locale.ENGLISH,
                Passwords.hash("correct horse"),
                Role.HOST));
    Answer session =
        server.post(
            "/api/v1/sessions", "{\"email\":\"eve@example.org\",\"password\":\"correct horse\"}");
    String bearer = "Bearer " + session.body().path("token").stringValue();
    server.core.clock.set("2026-04-01T12:00:00Z");
    assertThat(server.send(server.request("/api/v1/me").header("Authorization", bearer)).status())
        .isEqualTo(401);
  }

  @Test
  void changesWhatAHostSaysAboutHimself() {
    Answer changed = server.asHost("PATCH", "/api/v1/me", "{\"timeZone\":\"Europe/Paris\"}");
    assertThat(changed.body().path("timeZone").stringValue()).isEqualTo("Europe/Paris");
    assertThat(changed.body().path("name").stringValue()).isEqualTo("ada Example");
    assertThat(server.asHost("PATCH", "/api/v1/me", "{\"handle\":\"x\"}").field())
        .isEqualTo("handle");
  }

  @Test
  void givesAnEventTypeItsDefaults() {
    Answer added = server.asHost("POST", "/api/v1/event-types", INTRO);
    assertThat(added.status()).isEqualTo(201);
    JsonNode type = added.body();
    assertThat(type.path("stepMinutes").intValue()).isEqualTo(30);
    assertThat(type.path("bookingWindow").toString())
        .isEqualTo("{\"kind\":\"rolling\",\"days\":60}");
    assertThat(type.path("reminderMinutes").toString()).isEqualTo("[1440,60]");
    assertThat(type.path("seats").intValue()).isEqualTo(1);
    assertThat(type.path("assignment").toString()).isEqualTo("{\"kind\":\"oneHost\"}");
    assertThat(type.path("maxPerDay").isNull()).isTrue();
    String location = added.response().headers().firstValue("Location").orElseThrow();
    assertThat(server.asHost("GET", location, "").body()).isEqualTo(type);
  }

  @Test
  void replacesAndDeletesAnEventType() {
    Answer added = server.asHost("POST", "/api/v1/event-types", INTRO);
    String path = "/api/v1/event-types/" + added.body().path("id").stringValue();
    Answer same = server.asHost("PUT", path, added.body().toString());
    assertThat(same.body()).isEqualTo(added.body());
    Answer changed =
        server.asHost(
            "PUT",
            path,
            """
            {"slug": "call", "name": "Call", "durationMinutes": 45, "stepMinutes": 15,
             "bookingWindow": {"kind": "dates", "from": "2026-03-01", "to": "2026-03-31"},
             "location": {"kind": "link", "value": "https://meet.example.org/ada"},
             "questions": [{"label": "Topic?", "kind": "oneOf", "required": true,
                            "options": ["a", "b"]}]}
            """);
    assertThat(changed.status()).isEqualTo(200);
    assertThat(server.asHost("GET", path, "").body()).isEqualTo(changed.body());
    assertThat(server.asHost("DELETE", path, "").status()).isEqualTo(204);
    assertThat(server.asHost("GET", path, "").status()).isEqualTo(404);
  }

  @Test
  void namesTheFieldOfAnEventTypeThatIsWrong() {
    server.asHost("POST", "/api/v1/event-types", INTRO);
    assertThat(wrongType("\"slug\":\"intro\"")).isEqualTo("slug");
    assertThat(wrongType("\"slug\":\"No!\"")).isEqualTo("slug");
    assertThat(wrongType("\"slug\":\"a\",\"durationMinutes\":0")).isEqualTo("durationMinutes");
    assertThat(wrongType("\"slug\":\"a\",\"durationMinutes\":1441")).isEqualTo("durationMinutes");
    assertThat(wrongType("\"slug\":\"a\",\"durationMinutes\":1.5")).isEqualTo("durationMinutes");
    assertThat(wrongType("\"slug\":\"a\",\"durationMinutes\":-30")).isEqualTo("durationMinutes");
    assertThat(wrongType("\"slug\":\"a\",\"stepMinutes\":0")).isEqualTo("stepMinutes");
    assertThat(wrongType("\"slug\":\"a\",\"bufferBeforeMinutes\":1441"))
        .isEqualTo("bufferBeforeMinutes");
    assertThat(wrongType("\"slug\":\"a\",\"minimumNoticeMinutes\":-1"))
        .isEqualTo("minimumNoticeMinutes");
    assertThat(wrongType("\"slug\":\"a\",\"bufferAfterMinutes\":-1"))
        .isEqualTo("bufferAfterMinutes");
    assertThat(wrongType("\"slug\":\"a\",\"bookingWindow\":{\"kind\":\"some\"}"))
        .isEqualTo("bookingWindow.kind");
    assertThat(
            wrongType(
                "\"slug\":\"a\",\"bookingWindow\":{\"kind\":\"dates\",\"from\":\"2026-02-02\",\"to\":\"2026-02-01\"}"))
        .isEqualTo("bookingWindow.to");
    assertThat(wrongType("\"slug\":\"a\",\"scheduleId\":\"x\"")).isEqualTo("scheduleId");
    assertThat(wrongType("\"slug\":\"a\",\"questions\":[{\"label\":\"?\",\"kind\":\"oneOf\"}]"))
        .isEqualTo("questions[0].options");
    assertThat(wrongType("\"slug\":\"a\",\"colour\":\"red\"")).isEqualTo("colour");
  }

  private String wrongType(String fields) {
    String duration = fields.contains("durationMinutes") ? "" : ",\"durationMinutes\":30";
    Answer answer =
        server.asHost("POST", "/api/v1/event-types", "{\"name\":\"N\"," + fields + duration + "}");
    assertThat(answer.status()).isEqualTo(400);
    return answer.field();
  }

  @Test
  void keepsSchedulesWithExactlyOneDefault() {
    Answer list = server.asHost("GET", "/api/v1/schedules", "");
    JsonNode working = list.body().path("schedules").path(0);
    assertThat(working.path("weeklyHours")).hasSize(5);
    assertThat(working.path("weeklyHours").path(0).toString())
        .isEqualTo("{\"day\":\"MONDAY\",\"start\":\"09:00\",\"end\":\"17:00\"}");
    String evening =
        """
        {"name": "Evenings", "timeZone": "Europe/Berlin", "isDefault": true,
         "weeklyHours": [{"day": "MONDAY", "start": "18:00", "end": "24:00"}],
         "overrides": [{"date": "2026-03-09", "intervals": []},
                       {"date": "2026-03-10", "intervals": [{"start": "09:00", "end": "10:00"}]}]}
        """;
    Answer added = server.asHost("POST", "/api/v1/schedules", evening);
    assertThat(added.status()).isEqualTo(201);
    String path = "/api/v1/schedules/" + added.body().path("id").stringValue();
    assertThat(server.asHost("GET", path, "").body()).isEqualTo(added.body());
    assertThat(server.asHost("DELETE", path, "").code()).isEqualTo("in_use");
    String old = "/api/v1/schedules/" + working.path("id").stringValue();
    assertThat(server.asHost("GET", old, "").body().path("isDefault").booleanValue()).isFalse();
    assertThat(server.asHost("DELETE", old, "").status()).isEqualTo(204);
  }

  @Test
  void namesTheFieldOfAScheduleThatIsWrong() {
    assertThat(wrongSchedule("{\"day\":\"MONDAY\",\"start\":\"09:00\",\"end\":\"09:00\"}"))
        .isEqualTo("weeklyHours[0].end");
    assertThat(wrongSchedule("{\"day\":\"MONDAY\",\"start\":\"10:00\",\"end\":\"09:00\"}"))
        .isEqualTo("weeklyHours[0].end");
    assertThat(wrongSchedule("{\"day\":\"MOONDAY\",\"start\":\"09:00\",\"end\":\"10:00\"}"))
        .isEqualTo("weeklyHours[0].day");
    assertThat(wrongSchedule("{\"day\":\"MONDAY\",\"start\":\"9\",\"end\":\"10:00\"}"))
        .isEqualTo("weeklyHours[0].start");
    assertThat(
            wrongSchedule(
                "{\"day\":\"MONDAY\",\"start\":\"09:00\",\"end\":\"11:00\"},"
                    + "{\"day\":\"MONDAY\",\"start\":\"10:59\",\"end\":\"12:00\"}"))
        .isEqualTo("weeklyHours");
  }

  @Test
  void refusesAScheduleInAnUnknownZone() {
    String schedule = "{\"name\":\"S\",\"timeZone\":\"Mars/Base\"}";
    assertThat(server.asHost("POST", "/api/v1/schedules", schedule).field()).isEqualTo("timeZone");
  }

  private String wrongSchedule(String weeklyHours) {
    Answer answer =
        server.asHost(
            "POST",
            "/api/v1/schedules",
            "{\"name\":\"S\",\"timeZone\":\"UTC\",\"weeklyHours\":[" + weeklyHours + "]}");
    assertThat(answer.status()).isEqualTo(400);
    return answer.field();
  }

  @Test
  void listsBookingsInPagesByStart() {
    server.asHost("POST", "/api/v1/event-types", INTRO);
    for (String start : List.of("15:00", "14:00", "16:00")) {
      server.post(
          "/api/v1/bookings",
          booking("2026-03-03T" + start + ":00Z", "b" + start.charAt(1) + "@example.com"));
    }
    Answer first = server.asHost("GET", "/api/v1/bookings?limit=2", "");
    assertThat(first.body().path("bookings")).hasSize(2);
    assertThat(first.body().path("bookings").path(0).path("start").stringValue())
        .isEqualTo("2026-03-03T14:00:00Z");
    String cursor = first.body().path("nextCursor").stringValue();
    Answer second = server.asHost("GET", "/api/v1/bookings?limit=2&cursor=" + cursor, "");
    assertThat(second.body().path("bookings")).hasSize(1);
    assertThat(second.body().path("nextCursor").isNull()).isTrue();
    assertThat(found("q=B5%40EXAMPLE")).isEqualTo(1);
    assertThat(found("q=%25")).isZero();
    assertThat(found("status=cancelled")).isZero();
    assertThat(found("eventType=intro&from=2026-03-03&to=2026-03-03")).isEqualTo(3);
    assertThat(found("from=2026-03-03T15:00:00Z")).isEqualTo(2);
    assertThat(found("to=2026-03-02")).isZero();
    assertThat(server.asHost("GET", "/api/v1/bookings?status=late", "").field())
        .isEqualTo("status");
    assertThat(server.asHost("GET", "/api/v1/bookings?cursor=x", "").field()).isEqualTo("cursor");
  }

  private int found(String query) {
    return server.asHost("GET", "/api/v1/bookings?" + query, "").body().path("bookings").size();
  }

  @Test
  void changesABookingOnlyOnTheVersionThatTheHostKnows() {
    server.asHost("POST", "/api/v1/event-types", INTRO);
    Answer booked = server.post("/api/v1/bookings", booking(TEN, "bob@example.com"));
    String path = "/api/v1/bookings/" + booked.body().path("id").stringValue();
    Answer stale =
        server.send(
            server
                .request(path + "/cancel")
                .header("Authorization", "Bearer " + server.token)
                .header("If-Match", "9")
                .POST(BodyPublishers.ofString("{}")));
    assertThat(stale.code()).isEqualTo("version_conflict");
    Answer moved =
        server.asHost("POST", path + "/reschedule", "{\"start\":\"2026-03-03T16:00:00Z\"}");
    assertThat(moved.body().path("version").intValue()).isEqualTo(2);
    assertThat(moved.body().path("history")).hasSize(2);
    assertThat(moved.body().path("history").path(1).path("actor").stringValue()).isEqualTo("host");
    Answer cancelled = server.asHost("POST", path + "/cancel", "{\"reason\":\"sorry\"}");
    assertThat(cancelled.body().path("reason").stringValue()).isEqualTo("sorry");
    assertThat(server.asHost("POST", path + "/confirm", "").code()).isEqualTo("not_possible");
  }

  @Test
  void showsAHostNothingOfAnotherHost() {
    server.asHost("POST", "/api/v1/event-types", INTRO);
    Answer booked = server.post("/api/v1/bookings", booking(TEN, "bob@example.com"));
    JsonNode schedule =
        server.asHost("GET", "/api/v1/schedules", "").body().path("schedules").path(0);
    JsonNode type =
        server.asHost("GET", "/api/v1/event-types", "").body().path("eventTypes").path(0);
    var eve = server.core.addHost("eve");
    String bearer = "Bearer " + TestTokens.create(server.core.core.access(), eve.id(), "t");
    for (String path :
        List.of(
            "bookings/" + booked.body().path("id").stringValue(),
            "schedules/" + schedule.path("id").stringValue(),
            "event-types/" + type.path("id").stringValue())) {
      for (String method : List.of("GET", "PUT", "DELETE")) {
        String body = path.startsWith("schedules") ? schedule.toString() : type.toString();
        Answer answer =
            server.send(
                server
                    .request("/api/v1/" + path)
                    .header("Authorization", bearer)
                    .method(method, BodyPublishers.ofString(body)));
        assertThat(answer.status()).as(method + " " + path).isEqualTo(404);
      }
    }
    Answer cancel =
        server.send(
            server
                .request("/api/v1/bookings/" + booked.body().path("id").stringValue() + "/cancel")
                .header("Authorization", bearer)
                .POST(BodyPublishers.noBody()));
    assertThat(cancel.status()).isEqualTo(404);
    Answer list = server.send(server.request("/api/v1/bookings").header("Authorization", bearer));
    assertThat(list.body().path("bookings")).isEmpty();
  }

  /// A date takes two hundred spans; each minute but one was more than its column had room for.
  @Test
  @Tag("attack")
  void refusesMoreIntervalsOfADateThanADayNeeds() {
    for (int many : new int[] {200, 201, 720}) {
      String intervals =
          IntStream.range(0, many).mapToObj(HostApiTest::span).collect(Collectors.joining(","));
      Answer answer =
          server.asHost(
              "POST",
              "/api/v1/schedules",
              """
              {"name": "Torn", "timeZone": "UTC", "weeklyHours": [],
               "overrides": [{"date": "2026-03-09", "intervals": [%s]}]}
              """
                  .formatted(intervals));
      assertThat(answer.status()).isEqualTo(many <= 200 ? 201 : 400);
      assertThat(answer.field()).isEqualTo(many <= 200 ? "-" : "overrides[0].intervals");
    }
  }

  private static String span(int number) {
    return "{\"start\": \"%02d:%02d\", \"end\": \"%02d:%02d\"}"
        .formatted(number / 30, number % 30 * 2, number / 30, number % 30 * 2 + 1);
  }
}
