package org.meetwright.server.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.meetwright.core.Core;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.MeetwrightServer;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.stream.Listening.Event;

/// A client listens to one of two servers on one PostgreSQL.
class EventsOfTwoNodesTest {
  @Test
  void hearsWhatTheOtherNodeDoesAndGoesOnThereWhenItsOwnIsGone() throws Exception {
    try (ServerFixture one = new ServerFixture(DatabaseKind.POSTGRESQL);
        Database database = one.core.database.open()) {
      one.addEventType("intro", "\"seats\": 1");
      MeetwrightServer other =
          MeetwrightServer.start(
              Core.on(database, one.core.clock),
              ServerFixture.settings(one.core, ServerFixture.UNLIMITED));
      String last;
      try (Listening stream = new Listening(other.url(), one.token, null)) {
        stream.next();
        book(one, "2026-03-09T14:00:00Z");
        Event created = stream.next();
        assertThat(created.type()).isEqualTo("booking.created");
        last = created.id();
        other.close();
        assertThat(stream.next().type()).isEqualTo("end");
      }
      book(one, "2026-03-09T15:00:00Z");
      book(one, "2026-03-09T16:00:00Z");
      try (Listening again = new Listening(one.server.url(), one.token, last)) {
        assertThat(List.of(again.next().id(), again.next().id(), again.next().id()))
            .containsExactly(last, after(last, 1), after(last, 2));
      }
    }
  }

  private static String after(String id, int more) {
    return String.valueOf(Long.parseLong(id) + more);
  }

  private static void book(ServerFixture server, String start) {
    assertThat(
            server
                .post("/api/v1/bookings", ServerFixture.booking(start, "bob@example.com"))
                .status())
        .isEqualTo(201);
  }
}
