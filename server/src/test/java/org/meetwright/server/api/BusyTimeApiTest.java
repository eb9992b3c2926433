package org.meetwright.server.api;

import static org.assertj.core.api.Assertions.assertThat;

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

@ParameterizedClass
@EachDatabase
class BusyTimeApiTest {
  private static final String BUSY = "/api/v1/busy-times";
  private static final String DENTIST =
      """
      {"start": "2026-03-03T10:00:00-05:00", "end": "2026-03-03T15:45:00Z", "summary": "Dentist"}
      """;

  @Parameter DatabaseKind kind;
  private ServerFixture server;

  @BeforeEach
  void open() {
    server = new ServerFixture(kind);
    server.core.addEventType(t -> t);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void takesSlotsAwayAndGivesThemBack() {
    assertThat(slots()).contains("2026-03-03T10:00:00-05:00", "2026-03-03T10:30:00-05:00");
    Answer added = server.asHost("POST", BUSY, DENTIST);
    assertThat(added.status()).isEqualTo(201);
    assertThat(added.body().propertyNames())
        .containsExactly("id", "start", "end", "summary", "source");
    assertThat(added.body().path("start").stringValue()).isEqualTo("2026-03-03T15:00:00Z");
    assertThat(added.body().path("source").stringValue()).isEqualTo("manual");
    assertThat(slots())
        .contains("2026-03-03T09:30:00-05:00", "2026-03-03T11:00:00-05:00")
        .doesNotContain("2026-03-03T10:00:00-05:00", "2026-03-03T10:30:00-05:00");
    Answer refused =
        server.post(
            "/api/v1/bookings", ServerFixture.booking("2026-03-03T15:00:00Z", "b@example.com"));
    assertThat(refused.code()).isEqualTo("slot_taken");
    String path = added.response().headers().firstValue("Location").orElseThrow();
    assertThat(server.asHost("DELETE", path, "").status()).isEqualTo(204);
    assertThat(server.asHost("DELETE", path, "").status()).isEqualTo(404);
    assertThat(slots()).contains("2026-03-03T10:00:00-05:00", "2026-03-03T10:30:00-05:00");
  }

  private List<String> slots() {
    return server
        .get("/api/v1/hosts/ada/event-types/intro/slots?from=2026-03-03&to=2026-03-03")
        .body()
        .path("slots")
        .valueStream()
        .map(slot -> slot.path("start").stringValue())
        .toList();
  }

  @Test
  void listsWhatOverlapsTheAskedDates() {
    JsonNode added = server.asHost("POST", BUSY, DENTIST).body();
    assertThat(server.asHost("GET", BUSY, "").body().toString())
        .isEqualTo("{\"busyTimes\":[" + added + "]}");
    assertThat(found("from=2026-03-03&to=2026-03-03")).isEqualTo(1);
    assertThat(found("from=2026-03-04")).isZero();
    assertThat(found("to=2026-03-02")).isZero();
    assertThat(found("from=2026-03-03T15:45:00Z")).isZero();
    assertThat(found("to=2026-03-03T15:00:00Z")).isZero();
    assertThat(found("to=2026-03-03T16:00:01%2B01:00")).isEqualTo(1);
    assertThat(server.asHost("GET", BUSY + "?from=soon", "").field()).isEqualTo("from");
  }

  private int found(String query) {
    return server.asHost("GET", BUSY + "?" + query, "").body().path("busyTimes").size();
  }

  @Test
  void namesTheFieldThatIsWrong() {
    assertThat(wrong("{}")).isEqualTo("start");
    assertThat(wrong(DENTIST.replace("2026-03-03T10:00:00-05:00", "at ten"))).isEqualTo("start");
    assertThat(wrong(DENTIST.replace("15:45", "15:00"))).isEqualTo("end");
    assertThat(wrong(DENTIST.replace("15:45", "14:00"))).isEqualTo("end");
    assertThat(wrong(DENTIST.replace("2026-03-03T15:45:00Z", "2027-03-04T15:00:01Z")))
        .isEqualTo("end");
    assertThat(wrong(DENTIST.replace("Dentist", "x".repeat(201)))).isEqualTo("summary");
    assertThat(wrong(DENTIST.replace("summary", "title"))).isEqualTo("title");
  }

  private String wrong(String body) {
    Answer answer = server.asHost("POST", BUSY, body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid_request");
    return answer.field();
  }

  @Test
  void areTheHostsOwn() {
    String path =
        server.asHost("POST", BUSY, DENTIST).response().headers().firstValue("Location").get();
    String eve = server.addHost("eve");
    assertThat(server.as(eve, "GET", BUSY, "").body().path("busyTimes")).isEmpty();
    assertThat(server.as(eve, "DELETE", path, "").status()).isEqualTo(404);
    assertThat(server.get(BUSY).status()).isEqualTo(401);
    assertThat(found("")).isEqualTo(1);
  }
}
