package org.meetwright.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;
import tools.jackson.databind.JsonNode;

/// Pages of bookings, read while others book.
class CursorTest {
  /// Tuesday, 9:00 in New York.
  private static final Instant NINE = Instant.parse("2026-03-03T14:00:00Z");

  private ServerFixture fixture;
  private int invitees;

  @ParameterizedTest
  @EachDatabase
  void missesAndRepeatsNothingWhileBookingsAreAdded(DatabaseKind kind) {
    try (ServerFixture opened = new ServerFixture(kind)) {
      fixture = opened;
      fixture.core.open(fixture.core.ada, "America/New_York", "09:00-17:00");
      fixture.addEventType("class", "\"seats\": 20");
      // Two of each hour, so that the start alone is no order.
      List<String> first = new ArrayList<>();
      for (int hour = 1; hour < 7; hour++) {
        first.add(book(hour, 0));
        first.add(book(hour, 0));
      }
      List<String> afterPages = new ArrayList<>();
      List<String> seen = read(afterPages);
      assertThat(seen).doesNotHaveDuplicates().containsAll(afterPages);
      assertThat(seen.stream().filter(first::contains)).containsExactlyElementsOf(first);
    }
  }

  /// Reads all pages; between two of them it books before, in and after the page that was read.
  ///
  /// @param afterPages filled with those that were added behind the page
  private List<String> read(List<String> afterPages) {
    List<String> seen = new ArrayList<>();
    String path = "/api/v1/bookings?limit=3";
    String cursor = "";
    do {
      Answer page = fixture.asHost("GET", path + cursor, "");
      JsonNode bookings = page.body().path("bookings");
      bookings.forEach(booking -> seen.add(booking.path("id").asString()));
      String next = page.body().path("nextCursor").asString("");
      cursor = next.isEmpty() ? "" : "&cursor=" + next;
      if (!cursor.isEmpty() && afterPages.size() < 3) {
        book(0, 0);
        book(0, 30);
        for (JsonNode booking : bookings) {
          // At the very times of the page, its last one included.
          book(Instant.parse(booking.path("start").asString()));
        }
        afterPages.add(book(7, 0));
      }
    } while (!cursor.isEmpty());
    return seen;
  }

  private String book(int hour, int minutes) {
    return book(NINE.plus(Duration.ofHours(hour)).plus(Duration.ofMinutes(minutes)));
  }

  private String book(Instant start) {
    invitees++;
    String body =
        ServerFixture.booking("ada/class", start.toString(), "bob" + invitees + "@example.com");
    Answer booked = fixture.post("/api/v1/bookings", body);
    assertThat(booked.status()).as(booked.response().body()).isEqualTo(201);
    return booked.body().path("id").asString();
  }
}
