package org.meetwright.core.backup;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.meetwright.core.Fixture;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.TestDatabase;
import org.meetwright.core.eventtype.EventType;

/// Moves many bookings, each with its history and a mail, from H2 to PostgreSQL and back, compares
/// them, and prints how long each step took and how much of the heap was in use after collections.
///
/// Its argument is the number of bookings. `docs/performance.md` has the figures.
public final class BackupCost {
  private static final int HOSTS = 20;
  private static final int BATCH = 2_000;
  private static final Instant FIRST = Instant.parse("2026-03-03T00:00:00Z");
  private static final String MAIL = "A line of a mail, as long as most of them are.\n".repeat(20);

  private BackupCost() {}

  /// Measures.
  public static void main(String[] arguments) throws Exception {
    int bookings = Integer.parseInt(arguments[0]);
    Path directory = Files.createTempDirectory("meetwright-backup");
    Path file = directory.resolve("a.backup");
    try (Fixture fixture = new Fixture(DatabaseKind.H2);
        TestDatabase postgres = TestDatabase.empty(DatabaseKind.POSTGRESQL);
        TestDatabase h2 = TestDatabase.empty(DatabaseKind.H2)) {
      fill(fixture, bookings);
      BackupReport made = timed("backup of H2", () -> BackupWorld.backup(fixture, file, null));
      System.out.println(made.rows() + " rows, " + Files.size(file) / 1_000_000 + " MB");
      timed("verify", () -> Backup.verify(file, () -> ""));
      timed("restore to PostgreSQL", () -> BackupWorld.restore(file, postgres.settings(), ""));
      BackupReport moved =
          timed(
              "backup of PostgreSQL", () -> BackupWorld.backup(postgres.settings(), fixture, file));
      timed("restore to H2", () -> BackupWorld.restore(file, h2.settings(), ""));
      BackupReport back =
          timed("backup of H2 again", () -> BackupWorld.backup(h2.settings(), fixture, file));
      if (!moved.tables().equals(made.tables()) || !back.tables().equals(made.tables())) {
        throw new AssertionError("The tables are not the same");
      }
      System.out.println("all tables are the same in the three databases");
      Files.delete(file);
    }
    Files.delete(directory);
    System.exit(0);
  }

  private static <T> T timed(String what, Supplier<T> work) {
    List<MemoryPoolMXBean> pools =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    System.gc();
    pools.forEach(MemoryPoolMXBean::resetPeakUsage);
    long start = System.nanoTime();
    T result = work.get();
    long millis = (System.nanoTime() - start) / 1_000_000;
    System.gc();
    long used = 0;
    for (MemoryPoolMXBean pool : pools) {
      MemoryUsage after = pool.getCollectionUsage();
      used += after == null ? 0 : after.getUsed();
    }
    System.out.printf("%-22s %6.1f s, %3d MB in use%n", what, millis / 1000.0, used >> 20);
    return result;
  }

  private static void fill(Fixture fixture, int bookings) throws SQLException {
    EventType type = fixture.addEventType(change -> change);
    List<UUID> hosts = new ArrayList<>();
    for (int i = 0; i < HOSTS; i++) {
      hosts.add(fixture.addHost("host" + i).id());
    }
    try (Connection connection = fixture.database.connect()) {
      connection.setAutoCommit(false);
      for (int from = 0; from < bookings; from += BATCH) {
        fill(connection, type.id(), hosts, from, Math.min(bookings, from + BATCH));
        connection.commit();
        try (Statement sync = connection.createStatement()) {
          sync.execute("CALL sync_to_disk()");
        }
      }
    }
  }

  private static void fill(Connection connection, UUID type, List<UUID> hosts, int from, int until)
      throws SQLException {
    try (PreparedStatement meeting =
            connection.prepareStatement(
                """
                INSERT INTO meeting (id, event_type_id, event_type_slug, event_type_name, starts_at,
                  ends_at, created_at) VALUES (?, ?, 'intro', 'Intro', ?, ?, ?)
                """);
        PreparedStatement host =
            connection.prepareStatement(
                """
                INSERT INTO meeting_host (meeting_id, host_id, padded_from, padded_until, active)
                VALUES (?, ?, ?, ?, TRUE)
                """);
        PreparedStatement booking =
            connection.prepareStatement(
                """
                INSERT INTO booking (id, meeting_id, seat, status, invitee_name, invitee_email,
                  invitee_email_key, invitee_time_zone, invitee_locale, guests, answers, notes,
                  no_show, end_reason, version, calendar_uid, calendar_sequence, request_hash,
                  created_at)
                VALUES (?, ?, 0, 'confirmed', 'Bob Brown', ?, ?, 'Europe/Berlin', 'en', '', '{}',
                  'notes', FALSE, '', 1, ?, 0, 'hash', ?)
                """);
        PreparedStatement history =
            connection.prepareStatement(
                """
                INSERT INTO booking_history (id, booking_id, happened_at, actor, action, detail)
                VALUES (?, ?, ?, 'invitee', 'booked', '')
                """);
        PreparedStatement mail =
            connection.prepareStatement(
                """
                INSERT INTO email (id, dedupe_key, booking_id, event, audience, recipient,
                  recipient_key, subject, message_id, content, state, created_at, attempts)
                VALUES (?, ?, ?, 'booked', 'invitee', ?, ?, 'Intro', 'id', ?, 'sent', ?, 1)
                """)) {
      for (int n = from; n < until; n++) {
        UUID id = new UUID(n * 0x9E3779B97F4A7C15L, n);
        OffsetDateTime start =
            FIRST.plusSeconds(1800L * (n / hosts.size())).atOffset(ZoneOffset.UTC);
        OffsetDateTime end = start.plusMinutes(30);
        String email = "bob" + n + "@example.com";
        add(meeting, id, type, start, end, start);
        add(host, id, hosts.get(n % hosts.size()), start, end);
        add(booking, id, id, email, email, id.toString(), start);
        add(history, id, id, start);
        add(mail, id, id.toString(), id, email, email, MAIL + n, start);
      }
      for (PreparedStatement each : List.of(meeting, host, booking, history, mail)) {
        each.executeBatch();
      }
    }
  }

  private static void add(PreparedStatement insertion, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      insertion.setObject(i + 1, values[i]);
    }
    insertion.addBatch();
  }
}
