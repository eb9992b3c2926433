package org.meetwright.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

@ParameterizedClass
@EachDatabase
class ExplainApiTest {
  private static final String TEN = "2026-03-03T15:00:00Z";

  @Parameter DatabaseKind kind;
  private ServerFixture server;
  private String intro;

  @BeforeEach
  void open() {
    server = new ServerFixture(kind);
    intro = server.core.addEventType(t -> t).id().toString();
  }

  @AfterEach
  void close() {
    server.close();
  }

  private Answer explain(String eventType, String start) {
    return server.asHost("GET", "/api/v1/explain?eventType=" + eventType + "&start=" + start, "");
  }

  private static List<String> codes(Answer answer) {
    return answer
        .body()
        .path("reasons")
        .valueStream()
        .map(reason -> reason.path("code").stringValue())
        .toList();
  }

  @Test
  void saysThatATimeIsOffered() {
    Answer answer = explain(intro, TEN);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().toString()).isEqualTo("{\"offered\":true,\"reasons\":[]}");
    assertThat(explain("intro", "2026-03-03T16:00:00+01:00").body()).isEqualTo(answer.body());
    assertThat(explain("intro", "2026-03-03T16:00:00%2B01:00").body()).isEqualTo(answer.body());
  }

  @Test
  void givesEveryReasonWithWhatIsBehindIt() {
    server.asHost(
        "POST",
        "/api/v1/busy-times",
        "{\"start\": \"2026-03-03T15:20:00Z\", \"end\": \"2026-03-03T16:00:00Z\","
            + " \"summary\": \"Dentist\"}");
    server.post("/api/v1/bookings", ServerFixture.booking("2026-03-03T14:30:00Z", "b@example.com"));
    Answer answer = explain(intro, "2026-03-03T14:55:00Z");
    assertThat(answer.body().path("offered").booleanValue()).isFalse();
    assertThat(codes(answer)).containsExactly("meeting", "busy", "off_grid");
    JsonNode meeting = answer.body().path("reasons").path(0).path("detail");
    assertThat(meeting.path("host").stringValue()).isEqualTo("ada");
    assertThat(meeting.path("meeting").path("start").stringValue())
        .isEqualTo("2026-03-03T14:30:00Z");
    JsonNode busy = answer.body().path("reasons").path(1).path("detail").path("busyTime");
    assertThat(busy.path("summary").stringValue()).isEqualTo("Dentist");
    assertThat(answer.body().path("reasons").path(2).path("message").stringValue())
        .isEqualTo("Meetings start every 30 minutes from 09:00.");
  }

  @Test
  void tellsInviteesNothingOfMeetingsAndBusyTimes() {
    server.asHost(
        "POST",
        "/api/v1/busy-times",
        "{\"start\": \"2026-03-03T15:20:00Z\", \"end\": \"2026-03-03T16:00:00Z\","
            + " \"summary\": \"Dentist\"}");
    Answer refused =
        server.post(
            "/api/v1/bookings", ServerFixture.booking("2026-03-03T14:55:00Z", "b@example.com"));
    assertThat(refused.body().path("reasons").toString()).isEqualTo("[\"off_grid\"]");
    assertThat(refused.response().body()).doesNotContain("busy", "Dentist");
  }

  @Test
  void answersTheEventTypesHostAlone() {
    String eve = server.addHost("eve");
    String path = "/api/v1/explain?eventType=" + intro + "&start=" + TEN;
    assertThat(server.as(eve, "GET", path, "").status()).isEqualTo(404);
    assertThat(server.get(path).status()).isEqualTo(401);
    assertThat(explain("nothing", TEN).status()).isEqualTo(404);
    assertThat(explain("00000000-0000-0000-0000-000000000000", TEN).status()).isEqualTo(404);
  }

  @Test
  void namesTheParameterThatIsWrong() {
    assertThat(explain("", TEN).field()).isEqualTo("eventType");
    assertThat(explain(intro, "").field()).isEqualTo("start");
    assertThat(explain(intro, "noon").field()).isEqualTo("start");
    assertThat(explain(intro, "2026-03-03T15:00:00").status()).isEqualTo(400);
  }

  @Test
  @Tag("attack")
  void tellsOfAnotherMemberOnlyThatOneIsNotAvailable() {
    String bea = server.addHost("bea");
    server.asHost(
        "POST",
        "/api/v1/teams",
        "{\"handle\": \"sales\", \"name\": \"Sales\","
            + " \"members\": [{\"handle\": \"ada\"}, {\"handle\": \"bea\"}]}");
    server.as(bea, "POST", "/api/v1/me/memberships/sales/accept", "");
    server.addEventType("demo", "\"assignment\": {\"kind\": \"collective\", \"team\": \"sales\"}");
    server.addEventType("turn", "\"assignment\": {\"kind\": \"roundRobin\", \"team\": \"sales\"}");
    server.as(
        bea,
        "POST",
        "/api/v1/busy-times",
        "{\"start\": \"2026-03-03T15:20:00Z\", \"end\": \"2026-03-03T16:00:00Z\","
            + " \"summary\": \"Dentist\"}");
    String unavailable =
        "{\"code\":\"member_unavailable\",\"message\":\"A member of the team is not available.\","
            + "\"detail\":{}}";

    assertThat(explain("demo", TEN).body().path("reasons").toString())
        .isEqualTo("[" + unavailable + "]");
    // Before nine in the morning, and off the grid: of ada alone it is said why.
    for (String start : List.of("2026-03-03T08:00:00Z", "2026-03-03T14:10:00Z")) {
      for (String type : List.of("demo", "turn")) {
        Answer answer = explain(type, start);
        assertThat(answer.response().body()).doesNotContain("bea", "Dentist", "busy");
        assertThat(codes(answer)).isNotEmpty();
      }
    }
    assertThat(codes(explain("turn", "2026-03-03T08:00:00Z")))
        .containsExactlyInAnyOrder("outside_schedule", "member_unavailable");
    server.asHost(
        "POST",
        "/api/v1/busy-times",
        "{\"start\": \"2026-03-03T15:00:00Z\", \"end\": \"2026-03-03T16:00:00Z\","
            + " \"summary\": \"Own\"}");
    Answer both = explain("turn", TEN);
    assertThat(codes(both)).containsExactlyInAnyOrder("busy", "member_unavailable");
    assertThat(both.response().body()).contains("Own").doesNotContain("Dentist", "15:20");
  }
}
