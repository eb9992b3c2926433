package org.meetwright.core.busy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.Migrations.Version;
import org.meetwright.core.database.TestDatabase;

/// Busy times that were read from calendars before they stood in a table of their own.
final class BusySeriesMigrationTest {
  private static final String BEFORE = "95";
  private static final UUID ADA = UUID.fromString("0197a000-0000-7000-8000-000000000001");
  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

  @ParameterizedTest
  @EachDatabase
  void keepsWhatTheyTake(DatabaseKind kind) throws SQLException {
    try (TestDatabase old = TestDatabase.empty(kind)) {
      try (Database database = old.open()) {
        database.migrations().make(new Version(BEFORE, 1));
      }
      fill(old);
      try (Database database = old.open()) {
        database.migrations().migrate();
        // The long one began 59 days before.
        List<BusyTime> there =
            database.read(tx -> BusyTimes.load(tx, ADA, MONDAY, MONDAY.plusSeconds(86400)));
        assertThat(there)
            .extracting(BusyTime::summary)
            .containsExactly("sabbatical", "stand-up", "by hand");
        assertThat(there)
            .extracting(BusyTime::startsAt)
            .containsExactly(
                Instant.parse("2026-01-02T00:00:00Z"), MONDAY, MONDAY.plusSeconds(3600));
        assertThat(there).extracting(BusyTime::source).containsExactly("ics", "ics", "manual");
      }
      // An event that is gone takes its times with it; those put in by hand stay.
      assertThat(count(old, "busy_series")).isEqualTo(2);
      execute(old, "DELETE FROM calendar_item");
      assertThat(count(old, "busy_series")).isZero();
      assertThat(count(old, "busy_time")).isOne();
    }
  }

  private static void fill(TestDatabase old) throws SQLException {
    execute(
        old,
        """
        INSERT INTO host (id, handle, name, email, email_key, time_zone, locale, role, active,
          revision, created_at)
        VALUES ('0197a000-0000-7000-8000-000000000001', 'ada', 'Ada', 'ada@example.org',
          'ada@example.org', 'UTC', 'en', 'host', TRUE, 0,
          TIMESTAMP WITH TIME ZONE '2026-03-02 12:00:00+00:00')
        """);
    execute(
        old,
        """
        INSERT INTO calendar_connection (id, host_id, kind, name, state, created_at)
        VALUES ('0197a000-0000-7000-8000-000000000002', '0197a000-0000-7000-8000-000000000001',
          'ics', 'Work', 'active', TIMESTAMP WITH TIME ZONE '2026-01-01 12:00:00+00:00')
        """);
    execute(
        old,
        """
        INSERT INTO calendar (id, connection_id, host_id, remote_id, remote_key, name, may_write,
          busy)
        VALUES ('0197a000-0000-7000-8000-000000000003', '0197a000-0000-7000-8000-000000000002',
          '0197a000-0000-7000-8000-000000000001', 'work', 'work', 'Work', FALSE, TRUE)
        """);
    execute(
        old,
        """
        INSERT INTO calendar_item (id, calendar_id, remote_id, remote_key, uid, text, digest, own)
        VALUES ('0197a000-0000-7000-8000-000000000004', '0197a000-0000-7000-8000-000000000003',
          'one', 'one', 'one', '', '', FALSE)
        """);
    String ofCalendar =
        """
        INSERT INTO busy_time (id, host_id, starts_at, ends_at, summary, source, calendar_id, item_id,
          spans_days)
        VALUES ('0197a000-0000-7000-8000-%s', '0197a000-0000-7000-8000-000000000001',
          TIMESTAMP WITH TIME ZONE '%s+00:00', TIMESTAMP WITH TIME ZONE '%s+00:00', '%s', 'ics',
          '0197a000-0000-7000-8000-000000000003', '0197a000-0000-7000-8000-000000000004', %s)
        """;
    execute(
        old,
        ofCalendar.formatted(
            "000000000005", "2026-03-02 09:00:00", "2026-03-02 09:30:00", "stand-up", "FALSE"));
    execute(
        old,
        ofCalendar.formatted(
            "000000000006", "2026-01-02 00:00:00", "2026-07-02 00:00:00", "sabbatical", "TRUE"));
    execute(
        old,
        """
        INSERT INTO busy_time (id, host_id, starts_at, ends_at, summary, source, spans_days)
        VALUES ('0197a000-0000-7000-8000-000000000007', '0197a000-0000-7000-8000-000000000001',
          TIMESTAMP WITH TIME ZONE '2026-03-02 10:00:00+00:00',
          TIMESTAMP WITH TIME ZONE '2026-03-02 11:00:00+00:00', 'by hand', 'manual', FALSE)
        """);
  }

  private static void execute(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int count(TestDatabase database, String table) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
      row.next();
      return row.getInt(1);
    }
  }
}
