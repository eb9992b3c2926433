package org.meetwright.core.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.Patience;
import org.meetwright.core.eventtype.EventType;

/// The database refuses a double booking by itself, even if the program forgot to look and to lock.
class LastDefenceTest {
  private static final String SECOND = "00000000-0000-0000-0000-000000000001";
  private static final String THIRD = "00000000-0000-0000-0000-000000000002";

  @ParameterizedTest
  @EachDatabase
  void refusesASecondActiveMeetingThatOverlapsTheBuffersOfTheFirst(DatabaseKind kind)
      throws Exception {
    try (Fixture fixture = new Fixture(kind)) {
      bookWithBuffers(fixture);
      try (Connection connection = fixture.database.connect();
          Statement statement = connection.createStatement()) {
        addMeeting(statement, SECOND);
        assertRefused(statement, "2026-03-03T14:50:00Z", "2026-03-03T15:40:00Z");
        assertRefused(statement, "2026-03-03T14:00:00Z", "2026-03-03T14:50:01Z");
        assertRefused(statement, "2026-03-03T15:39:59Z", "2026-03-03T16:00:00Z");
        assertRefused(statement, "2026-03-03T15:00:00Z", "2026-03-03T15:10:00Z");
        assertRefused(statement, "2026-03-03T12:00:00Z", "2026-03-03T18:00:00Z");
      }
    }
  }

  @ParameterizedTest
  @EachDatabase
  void allowsMeetingsThatTouchAndThoseThatNoLongerHoldTheirTime(DatabaseKind kind)
      throws Exception {
    try (Fixture fixture = new Fixture(kind)) {
      bookWithBuffers(fixture);
      try (Connection connection = fixture.database.connect();
          Statement statement = connection.createStatement()) {
        addMeeting(statement, SECOND);
        addMeeting(statement, THIRD);
        statement.execute(place(SECOND, "2026-03-03T14:00:00Z", "2026-03-03T14:50:00Z", true));
        statement.execute(place(THIRD, "2026-03-03T15:00:00Z", "2026-03-03T15:30:00Z", false));
        assertThatThrownBy(
                () ->
                    statement.execute(
                        "UPDATE meeting_host SET active = TRUE WHERE meeting_id = '" + THIRD + "'"))
            .matches(Database::refusedByConstraint);
        statement.execute(
            "UPDATE meeting_host SET active = FALSE WHERE meeting_id <> '" + THIRD + "'");
        statement.execute(
            "UPDATE meeting_host SET active = TRUE WHERE meeting_id = '" + THIRD + "'");
      }
    }
  }

  @ParameterizedTest
  @EachDatabase
  void refusesOneOfTwoOverlappingMeetingsThatAreWrittenAtTheSameTime(DatabaseKind kind)
      throws Exception {
    try (Fixture fixture = new Fixture(kind);
        Connection first = fixture.database.connect();
        Connection second = fixture.database.connect();
        var executor = Executors.newSingleThreadExecutor()) {
      EventType type = fixture.addEventType(t -> t);
      fixture.book(type, "2026-03-03T15:00:00Z");
      first.setAutoCommit(false);
      second.setAutoCommit(false);
      write(first, SECOND, "2026-03-04T15:00:00Z", "2026-03-04T16:00:00Z");
      Future<?> other =
          executor.submit(
              () -> {
                write(second, THIRD, "2026-03-04T15:30:00Z", "2026-03-04T16:30:00Z");
                second.commit();
                return null;
              });
      assertThatThrownBy(() -> other.get(300, TimeUnit.MILLISECONDS))
          .as("waits for the first")
          .isInstanceOf(TimeoutException.class);
      first.commit();
      assertThatThrownBy(() -> other.get(Patience.SECONDS, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .matches(Database::refusedByConstraint);
      second.rollback();
    }
  }

  @ParameterizedTest
  @EachDatabase
  void refusesASecondInviteeOnTheSameSeat(DatabaseKind kind) throws Exception {
    try (Fixture fixture = new Fixture(kind)) {
      EventType type = fixture.addEventType(t -> t.seats(2));
      fixture.book(type, "2026-03-03T15:00:00Z", "bob@example.com");
      fixture.book(type, "2026-03-03T15:00:00Z", "eve@example.com");
      assertThatThrownBy(() -> fixture.sql("UPDATE booking SET seat = 1"))
          .matches(Database::refusedByConstraint);
    }
  }

  private static void bookWithBuffers(Fixture fixture) {
    EventType type = fixture.addEventType(t -> t.buffers(10, 10));
    fixture.book(type, "2026-03-03T15:00:00Z");
  }

  private static void assertRefused(Statement statement, String from, String until) {
    assertThatThrownBy(() -> statement.execute(place(SECOND, from, until, true)))
        .isInstanceOf(SQLException.class)
        .matches(Database::refusedByConstraint);
  }

  private static void write(Connection connection, String id, String from, String until)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      addMeeting(statement, id);
      statement.execute(place(id, from, until, true));
    }
  }

  private static void addMeeting(Statement statement, String id) throws SQLException {
    statement.execute(
        """
        INSERT INTO meeting (id, event_type_slug, event_type_name, starts_at, ends_at, created_at)
        VALUES ('%s', 'x', 'X', '2026-03-03 15:00:00+00', '2026-03-03 15:30:00+00',
          '2026-03-01 00:00:00+00')
        """
            .formatted(id));
  }

  private static String place(String id, String from, String until, boolean active) {
    return """
    INSERT INTO meeting_host (meeting_id, host_id, padded_from, padded_until, active)
    SELECT '%s', id, '%s', '%s', %s FROM host
    """
        .formatted(id, from, until, active);
  }
}
