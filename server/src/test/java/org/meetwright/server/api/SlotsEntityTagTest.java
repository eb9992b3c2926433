package org.meetwright.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;

@ParameterizedClass
@EachDatabase
final class SlotsEntityTagTest {
  private static final String SLOTS =
      "/api/v1/hosts/ada/event-types/intro/slots?from=2026-03-02&to=2026-03-09";

  @Parameter DatabaseKind kind;
  private ServerFixture server;

  @BeforeEach
  void open() {
    server = new ServerFixture(kind);
    server.addEventType("intro", "\"seats\": 1");
  }

  @AfterEach
  void close() {
    server.close();
  }

  private String tag() {
    return server.get(SLOTS).response().headers().firstValue("ETag").orElseThrow();
  }

  private Answer askAgain(String tag) {
    return server.send(server.request(SLOTS).header("If-None-Match", tag).GET());
  }

  @Test
  void saysNothingNewToWhoKnowsItAll() {
    String tag = tag();
    for (String known : new String[] {tag, "\"other\", " + tag, "*"}) {
      Answer again = askAgain(known);
      assertThat(again.status()).isEqualTo(304);
      assertThat(again.response().body()).isEmpty();
      assertThat(again.response().headers().firstValue("ETag")).contains(tag);
    }
    assertThat(askAgain("\"other\"").status()).isEqualTo(200);
  }

  @Test
  void changesWithABooking() {
    String tag = tag();
    server.post(
        "/api/v1/bookings", ServerFixture.booking("2026-03-09T14:00:00Z", "bob@example.com"));
    assertThat(askAgain(tag).status()).isEqualTo(200);
  }

  @Test
  void changesWithTheRevisionThoughTheSlotsStayAsTheyAre() {
    String tag = tag();
    server.asHost(
        "POST",
        "/api/v1/busy-times",
        "{\"start\": \"2027-01-01T10:00:00Z\", \"end\": \"2027-01-01T11:00:00Z\"}");
    assertThat(askAgain(tag).status()).isEqualTo(200);
  }

  @Test
  void changesWhenTimeTakesASlotAway() {
    String tag = tag();
    server.core.clock.advance(Duration.ofHours(4));
    assertThat(askAgain(tag).status()).isEqualTo(200);
  }
}
