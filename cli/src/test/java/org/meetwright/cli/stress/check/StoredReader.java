package org.meetwright.cli.stress.check;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads a database with plain SQL, past the program, in one transaction.
final class StoredReader {
  private final Connection connection;

  private StoredReader(Connection connection) {
    this.connection = connection;
  }

  static Stored read(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    try {
      return new StoredReader(connection).all();
    } finally {
      connection.rollback();
    }
  }

  private Stored all() throws SQLException {
    return new Stored(
        eventTypes().stream().collect(Collectors.toMap(Stored.EventType::id, Function.identity())),
        rows(
                "SELECT host_id, time_zone FROM schedule WHERE is_default",
                row -> new HostZone(uuid(row, 1), ZoneId.of(row.getString(2))))
            .stream()
            .collect(Collectors.toMap(HostZone::host, HostZone::zone)),
        rows(
                "SELECT team_id, host_id FROM team_member",
                row -> new Member(uuid(row, 1), uuid(row, 2)))
            .stream()
            .collect(
                Collectors.groupingBy(
                    Member::team, Collectors.mapping(Member::host, Collectors.toSet()))),
        rows(
                "SELECT id, event_type_id, starts_at, ends_at FROM meeting",
                row ->
                    new Stored.Meeting(
                        uuid(row, 1), uuid(row, 2), instant(row, 3), instant(row, 4)))
            .stream()
            .collect(Collectors.toMap(Stored.Meeting::id, Function.identity())),
        rows(
            "SELECT meeting_id, host_id, padded_from, padded_until, active FROM meeting_host",
            row ->
                new Stored.Taken(
                    uuid(row, 1),
                    uuid(row, 2),
                    instant(row, 3),
                    instant(row, 4),
                    row.getBoolean(5))),
        bookings().stream().collect(Collectors.toMap(Stored.Booking::id, Function.identity())),
        rows(
                """
                SELECT booking_id, happened_at, actor, action, detail FROM booking_history
                ORDER BY booking_id, happened_at, id
                """,
                row ->
                    new Stored.Entry(
                        uuid(row, 1),
                        instant(row, 2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5)))
            .stream()
            .collect(Collectors.groupingBy(Stored.Entry::bookingId)),
        rows(
            "SELECT dedupe_key, state, due_at, attempts, last_error FROM outbox WHERE kind ="
                + " 'mail'",
            row ->
                new Stored.Message(
                    row.getString(1),
                    row.getString(2),
                    instant(row, 3),
                    row.getInt(4),
                    row.getString(5))));
  }

  private List<Stored.EventType> eventTypes() throws SQLException {
    return rows(
        """
        SELECT t.id, t.team_id, t.assignment, t.slug, t.duration_minutes, t.buffer_before_minutes,
          t.buffer_after_minutes, t.max_per_day, t.max_per_week, t.seats, t.requires_approval,
          s.time_zone, t.reminder_minutes
        FROM event_type t LEFT JOIN schedule s ON s.id = t.schedule_id
        """,
        row ->
            new Stored.EventType(
                uuid(row, 1),
                uuid(row, 2),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getInt(6),
                row.getInt(7),
                row.getObject(8, Integer.class),
                row.getObject(9, Integer.class),
                row.getInt(10),
                row.getBoolean(11),
                row.getString(12) == null ? null : ZoneId.of(row.getString(12)),
                parts(row.getString(13)).stream().map(Integer::valueOf).toList()));
  }

  private List<Stored.Booking> bookings() throws SQLException {
    return rows(
        """
        SELECT id, meeting_id, seat, status, invitee_email, guests, no_show, version,
          calendar_sequence, idempotency_key
        FROM booking
        """,
        row ->
            new Stored.Booking(
                uuid(row, 1),
                uuid(row, 2),
                row.getObject(3, Integer.class),
                row.getString(4),
                row.getString(5),
                parts(row.getString(6)),
                row.getBoolean(7),
                row.getInt(8),
                row.getInt(9),
                row.getString(10)));
  }

  private record HostZone(UUID host, ZoneId zone) {}

  private record Member(UUID team, UUID host) {}

  @FunctionalInterface
  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> rows(String sql, Row<T> row) throws SQLException {
    List<T> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(1000);
      try (ResultSet result = statement.executeQuery(sql)) {
        while (result.next()) {
          rows.add(row.read(result));
        }
      }
    }
    return rows;
  }

  private static UUID uuid(ResultSet row, int column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static List<String> parts(String text) {
    return Arrays.stream(text.split(",", -1)).filter(part -> !part.isEmpty()).toList();
  }
}
