package org.meetwright.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.EventTypeBuilder;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.host.Host;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;
import tools.jackson.databind.JsonNode;

/// Absences and previews over HTTP.
@ParameterizedClass
@EachDatabase
class AbsenceApiTest {
  private static final String ABSENCES = "/api/v1/absences";
  private static final String PREVIEW = "/api/v1/preview";
  private static final String DAYS =
      """
      {"from": "2026-03-03", "to": "2026-03-04", "note": "Back on Thursday", "redirectTo": "bea/intro"}
      """;

  @Parameter DatabaseKind kind;
  private ServerFixture server;

  @BeforeEach
  void open() {
    server = new ServerFixture(kind);
    server.core.addEventType(t -> t.duration(60));
    Host bea = server.core.addHost("bea");
    server.core.core.eventTypes().add(new EventTypeBuilder(bea.id()).build());
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void closesEventTypesAndTellsTheBookingsThatStandInIt() {
    server.post("/api/v1/bookings", ServerFixture.booking("2026-03-03T15:00:00Z", "b@example.com"));
    Answer added = server.asHost("POST", ABSENCES, DAYS);
    assertThat(added.status()).isEqualTo(201);
    assertThat(added.body().propertyNames())
        .containsExactly("id", "from", "to", "note", "redirectTo", "bookings");
    JsonNode standing = added.body().path("bookings");
    assertThat(standing.size()).isEqualTo(1);
    assertThat(standing.path(0).path("start").stringValue()).isEqualTo("2026-03-03T15:00:00Z");
    assertThat(standing.path(0).path("status").stringValue()).isEqualTo("confirmed");
    assertThat(slots()).isZero();
    Answer refused =
        server.post(
            "/api/v1/bookings", ServerFixture.booking("2026-03-03T16:00:00Z", "c@example.com"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().path("reasons").toString()).isEqualTo("[\"absence\"]");
    JsonNode why =
        server
            .asHost("GET", "/api/v1/explain?eventType=intro&start=2026-03-03T16:00:00Z", "")
            .body();
    assertThat(why.path("reasons").path(0).path("code").stringValue()).isEqualTo("absence");
    assertThat(why.at("/reasons/0/detail/absence/note").stringValue())
        .isEqualTo("Back on Thursday");
    String path = added.response().headers().firstValue("Location").orElseThrow();
    JsonNode found = server.asHost("GET", path, "").body();
    assertThat(found.propertyNames()).containsExactly("id", "from", "to", "note", "redirectTo");
    assertThat(server.asHost("GET", ABSENCES, "").body().toString())
        .isEqualTo("{\"absences\":[" + found + "]}");
    // What was told can be sent back.
    assertThat(server.asHost("PUT", path, added.body().toString()).body()).isEqualTo(added.body());
    Answer hour =
        server.asHost(
            "PUT", path, "{\"from\": \"2026-03-03T16:00:00Z\", \"to\": \"2026-03-03T17:00:00Z\"}");
    assertThat(hour.body().path("bookings").size()).isZero();
    assertThat(hour.body().path("redirectTo").isNull()).isTrue();
    assertThat(slots()).isEqualTo(6);
    assertThat(server.asHost("DELETE", path, "").status()).isEqualTo(204);
    assertThat(server.asHost("DELETE", path, "").status()).isEqualTo(404);
    assertThat(server.asHost("PUT", path, DAYS).status()).isEqualTo(404);
    assertThat(slots()).isEqualTo(7);
  }

  private int slots() {
    return server
        .get("/api/v1/hosts/ada/event-types/intro/slots?from=2026-03-03&to=2026-03-03")
        .body()
        .path("slots")
        .size();
  }

  @Test
  void namesTheFieldThatIsWrongAndSavesNothing() {
    assertThat(wrong("2026-03-04", "2026-03-02")).isEqualTo("to");
    assertThat(wrong("2026-03-04", "2026-03-04T10:00:00Z")).isEqualTo("to");
    assertThat(wrong("2026-03-03", "tomorrow")).isEqualTo("from");
    assertThat(wrong("Back on Thursday", "x".repeat(501))).isEqualTo("note");
    assertThat(wrong("bea/intro", "bea")).isEqualTo("redirectTo");
    assertThat(wrong("bea/intro", "bea/gone")).isEqualTo("redirectTo");
    assertThat(wrong("bea/intro", "ada/intro")).isEqualTo("redirectTo");
    assertThat(wrong("note", "text")).isEqualTo("text");
    assertThat(server.asHost("GET", ABSENCES, "").body().toString()).isEqualTo("{\"absences\":[]}");
    server.asHost("POST", ABSENCES, DAYS);
    assertThat(wrong("2026-03-03", "2026-03-04")).isEqualTo("from");
    assertThat(server.asHost("GET", ABSENCES, "").body().path("absences").size()).isEqualTo(1);
  }

  private String wrong(String part, String instead) {
    Answer answer = server.asHost("POST", ABSENCES, DAYS.replace(part, instead));
    assertThat(answer.status()).isEqualTo(400);
    return answer.field();
  }

  @Test
  void previewsDrafts() {
    server.post("/api/v1/bookings", ServerFixture.booking("2026-03-03T15:00:00Z", "b@example.com"));
    JsonNode absence = preview("\"absence\": " + DAYS);
    assertThat(absence.path("vanish").size()).isEqualTo(7 + 8);
    assertThat(absence.path("vanish").path(0).toString())
        .isEqualTo(
            "{\"eventType\":{\"slug\":\"intro\",\"name\":\"Intro call\"},"
                + "\"start\":\"2026-03-03T14:00:00Z\",\"end\":\"2026-03-03T15:00:00Z\"}");
    assertThat(absence.path("stay").intValue()).isEqualTo(8);
    assertThat(absence.at("/bookingsOutside/0/reasons").toString()).isEqualTo("[\"absence\"]");
    assertThat(absence.at("/bookingsOutside/0/booking/invitee/email").stringValue())
        .isEqualTo("b@example.com");
    JsonNode schedule =
        preview(
            """
            "schedule": {"name": "Hours", "timeZone": "America/New_York",
              "weeklyHours": [{"day": "TUESDAY", "start": "09:00", "end": "19:00"}]}
            """);
    assertThat(schedule.path("appear").size()).isEqualTo(2);
    assertThat(schedule.path("vanish").size()).isEqualTo(16);
    assertThat(schedule.path("stay").intValue()).isEqualTo(7);
    assertThat(schedule.path("bookingsOutside").size()).isZero();
    JsonNode type =
        preview("\"eventType\": {\"slug\": \"new\", \"name\": \"New\", \"durationMinutes\": 240}");
    assertThat(type.path("appear").size()).isEqualTo(1 + 2 + 2);
    assertThat(type.path("eventTypes").path(0).path("slug").stringValue()).isEqualTo("new");
    assertThat(server.asHost("GET", ABSENCES, "").body().toString()).isEqualTo("{\"absences\":[]}");
    assertThat(server.asHost("GET", "/api/v1/event-types", "").body().path("eventTypes").size())
        .isEqualTo(1);
  }

  private JsonNode preview(String draft) {
    Answer answer = server.asHost("POST", PREVIEW, body(draft));
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  private static String body(String draft) {
    return "{" + draft + ", \"from\": \"2026-03-03\", \"to\": \"2026-03-05\"}";
  }

  @Test
  void namesTheFieldOfADraftThatIsWrong() {
    assertThat(wrongDraft("\"absence\": {\"from\": \"2026-03-03\", \"to\": \"2026-03-02\"}"))
        .isEqualTo("absence.to");
    assertThat(
            wrongDraft(
                """
                "schedule": {"name": "Hours", "timeZone": "UTC", "holidays": {"country": "ZZ"}}
                """))
        .isEqualTo("schedule.holidays.country");
    assertThat(
            wrongDraft(
                """
                "schedule": {"id": "00000000-0000-0000-0000-000000000001", "name": "Hours",
                  "timeZone": "UTC"}
                """))
        .isEqualTo("schedule.id");
    assertThat(
            wrongDraft("\"eventType\": {\"slug\": \"x\", \"name\": \"X\", \"durationMinutes\": 0}"))
        .isEqualTo("eventType.durationMinutes");
    assertThat(
            wrongDraft(
                "\"eventType\": {\"slug\": \"intro\", \"name\": \"X\", \"durationMinutes\": 30}"))
        .isEqualTo("eventType.slug");
    assertThat(
            wrongDraft(
                """
                "eventType": {"id": "00000000-0000-0000-0000-000000000001", "slug": "x",
                  "name": "X", "durationMinutes": 30}
                """))
        .isEqualTo("eventType.id");
    assertThat(wrongDraft("\"zone\": \"UTC\"")).isEqualTo("schedule");
    assertThat(
            server
                .asHost(
                    "POST",
                    PREVIEW,
                    body("\"absence\": " + DAYS).replace("2026-03-05", "2026-05-04"))
                .field())
        .isEqualTo("to");
    assertThat(server.post(PREVIEW, "{}").status()).isEqualTo(401);
  }

  private String wrongDraft(String draft) {
    Answer answer = server.asHost("POST", PREVIEW, body(draft));
    assertThat(answer.status()).isEqualTo(400);
    return answer.field();
  }
}
