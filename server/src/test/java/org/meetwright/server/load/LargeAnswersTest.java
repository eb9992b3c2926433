package org.meetwright.server.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;
import tools.jackson.databind.JsonNode;

@ParameterizedClass
@EachDatabase
@Timeout(600)
@Tag("attack")
final class LargeAnswersTest {
  @Parameter DatabaseKind kind;
  private ServerFixture server;

  @BeforeEach
  void start() {
    server = new ServerFixture(kind);
    server.core.open(server.core.ada, "UTC", "00:00-24:00");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void refusesLongListsOfSlotsWhileOthersTakeTheMemory() {
    server.core.addEventType(type -> type.slug("dense").duration(15).step(1));
    String path = "/api/v1/hosts/ada/event-types/dense/slots?zone=UTC&from=2026-03-04&to=";
    long free = Memory.free();
    try (Memory.Held _ = Memory.hold(free)) {
      Answer refused = server.get(path + "2026-03-24");
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.code()).isEqualTo("busy");
      assertThat(refused.response().headers().firstValue("Retry-After")).contains("2");
      assertThat(server.get(path + "2026-03-04").status()).isEqualTo(200);
    }
    Answer answer = server.get(path + "2026-03-24");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().get("slots").size()).isGreaterThan(21 * 1400);
    assertThat(Memory.free()).isEqualTo(free);
  }

  @Test
  void endsAPageOfBookingsWhenItHasAMebibyte() {
    server.core.addEventType(type -> type.slug("intro").seats(1000));
    String notes = "\"notes\": \"" + "€".repeat(5000) + "\", ";
    for (int i = 0; i < 90; i++) {
      String body = ServerFixture.booking("2026-03-09T14:00:00Z", "bob" + i + "@example.com");
      assertThat(server.post("/api/v1/bookings", body.replaceFirst("\\{", "{" + notes)).status())
          .isEqualTo(201);
    }
    Set<String> ids = new HashSet<>();
    JsonNode first = page("", ids);
    // 15 KB each, and twenty are read at a time.
    assertThat(first.get("bookings").size()).isEqualTo(80);
    JsonNode second = page("&cursor=" + first.get("nextCursor").stringValue(), ids);
    assertThat(second.get("bookings").size()).isEqualTo(10);
    assertThat(second.get("nextCursor").isNull()).isTrue();
    assertThat(ids).hasSize(90);
  }

  private JsonNode page(String cursor, Set<String> ids) {
    JsonNode page = server.asHost("GET", "/api/v1/bookings?limit=200" + cursor, "").body();
    page.get("bookings").forEach(booking -> ids.add(booking.get("id").stringValue()));
    return page;
  }
}
