package org.meetwright.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.Patience;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;

@Timeout(600)
@Tag("attack")
final class WatchdogTest {
  @Test
  void opensADatabaseAnewThatWasClosedUnderIt() throws Exception {
    try (ServerFixture server = new ServerFixture(DatabaseKind.H2)) {
      server.addEventType("intro", "\"seats\": 1");
      server.core.sql("SHUTDOWN IMMEDIATELY");

      Patience.until(() -> server.get("/api/v1/hosts/ada").status() == 200);
      // Connections of the pool that were in use when it was closed fail once each.
      String booking = ServerFixture.booking("2026-03-09T14:00:00Z", "bob@example.com");
      Patience.until(() -> server.post("/api/v1/bookings", booking).status() == 201);
      Patience.until(() -> server.get("/health/ready").status() == 200);
    }
  }

  @Test
  void saysThatTheProgramHasToEndWhenNothingListensAnyMore() {
    try (Fixture fixture = new Fixture(DatabaseKind.H2);
        Watchdog watchdog = new Watchdog(fixture.core.database())) {
      watchdog.look(() -> true);
      assertThat(watchdog.isListening()).isTrue();
      watchdog.look(() -> false);
      assertThat(watchdog.isListening()).isFalse();
      assertThat(watchdog.broken()).isNotDone();
      watchdog.look(() -> false);
      assertThat(watchdog.broken())
          .isCompletedWithValueMatching(why -> why.contains("connections"));
    }
  }

  @ParameterizedTest
  @EachDatabase
  void saysSoOfADatabaseOfItsOwnThatStaysClosed(DatabaseKind kind) {
    try (Fixture fixture = new Fixture(kind);
        Watchdog watchdog = new Watchdog(fixture.core.database())) {
      assertThat(watchdog.isDatabaseUp()).isTrue();
      fixture.core.database().close();
      Watchdog later = new Watchdog(fixture.core.database());
      for (int i = 0; i < 5; i++) {
        later.look(() -> true);
      }
      assertThat(later.isDatabaseUp()).isFalse();
      assertThat(later.broken()).isNotDone();
      later.look(() -> true);
      assertThat(later.broken().isDone()).isEqualTo(kind == DatabaseKind.H2);
      later.close();
    }
  }
}
