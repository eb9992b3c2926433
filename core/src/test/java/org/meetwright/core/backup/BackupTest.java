package org.meetwright.core.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.core.Core;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.TestClock;
import org.meetwright.core.backup.BackupReport.TableReport;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingFilter;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.DatabaseUnavailableException;
import org.meetwright.core.database.DatabaseUnavailableException.Reason;
import org.meetwright.core.database.Migrations.Version;
import org.meetwright.core.database.TestDatabase;
import org.meetwright.core.eventtype.EventType;

class BackupTest {
  private static final String PASSPHRASE = "correct horse battery staple";

  @TempDir Path directory;

  private Path file(String name) {
    return directory.resolve(name);
  }

  private static DatabaseKind other(DatabaseKind kind) {
    return kind == DatabaseKind.H2 ? DatabaseKind.POSTGRESQL : DatabaseKind.H2;
  }

  /// Whoever adds a table need do nothing, and whoever adds a type of column is told here.
  @ParameterizedTest
  @EachDatabase
  void hasEveryTableButThoseThatAreNamed(DatabaseKind kind) throws Exception {
    try (Fixture fixture = new Fixture(kind)) {
      BackupReport report = BackupWorld.backup(fixture, file("a.backup"), null);

      Set<String> tables = new TreeSet<>(BackupLines.LEFT_OUT);
      report.tables().forEach(table -> tables.add(table.table()));
      assertThat(tables).containsExactlyElementsOf(fixture.tables());
      assertThat(tables).hasSize(report.tables().size() + BackupLines.LEFT_OUT.size());
      try (Connection connection = fixture.database.connect();
          ResultSet columns =
              connection.getMetaData().getColumns(null, connection.getSchema(), "%", "%")) {
        while (columns.next()) {
          assertThat(columns.getString("IS_AUTOINCREMENT"))
              .as("numbers that the database itself counts are not restored")
              .isNotEqualTo("YES");
        }
      }
    }
  }

  @ParameterizedTest
  @EachDatabase
  void movesEverythingToTheOtherDatabaseAndBack(DatabaseKind kind) {
    try (Fixture fixture = new Fixture(kind);
        TestDatabase there = TestDatabase.empty(other(kind));
        TestDatabase back = TestDatabase.empty(kind)) {
      EventType type = BackupWorld.fill(fixture);
      BackupReport made = BackupWorld.backup(fixture, file("1.backup"), PASSPHRASE);
      assertThat(made.tables())
          .contains(
              Backup.verify(file("1.backup"), () -> PASSPHRASE)
                  .tables()
                  .toArray(TableReport[]::new));

      BackupWorld.restore(file("1.backup"), there.settings(), PASSPHRASE);
      BackupReport again = BackupWorld.backup(there.settings(), fixture, file("2.backup"));
      Path key = there.settings().keys();
      assertThat(key).hasSameTextualContentAs(fixture.database.settings().keys());
      assertThat(again.tables()).isEqualTo(made.tables());
      copy(key, back.settings().keys());
      BackupWorld.restore(file("2.backup"), back.settings(), "");
      assertThat(BackupWorld.backup(back.settings(), fixture, file("3.backup")).tables())
          .isEqualTo(made.tables());

      try (Core core = Core.on(there.open(), fixture.clock)) {
        assertThat(bookings(core, fixture)).isEqualTo(bookings(fixture.core, fixture));
        assertThat(core.webhooks().list(fixture.ada.id()))
            .isEqualTo(fixture.core.webhooks().list(fixture.ada.id()));
        assertThat(core.eventTypes().find(type.id())).isPresent();
        assertThat(core.database().migrations().state())
            .isEqualTo(fixture.core.database().migrations().state());
      }
    }
  }

  private static void copy(Path from, Path to) {
    try {
      Files.copy(from, to);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static List<Booking> bookings(Core core, Fixture fixture) {
    return core.bookings().list(BookingFilter.ofHost(fixture.ada.id()), null, 100).bookings();
  }

  /// Between each two tables someone books: without a snapshot of all tables at once, the later
  /// tables would have more than the earlier ones.
  @ParameterizedTest
  @EachDatabase
  void holdsOneInstantWhileOthersBook(DatabaseKind kind) {
    try (Fixture fixture = new Fixture(kind)) {
      EventType type = fixture.addEventType(change -> change.duration(15));
      fixture.book(type, "2026-03-03T15:00:00Z", "bob@example.com");
      List<String> starts = new ArrayList<>(fixture.startsOn(type, "2026-03-05"));
      int[] booked = {0};

      BackupReport report =
          new Backup(fixture.core.database(), fixture.clock)
              .write(
                  new BackupFile(file("a.backup"), false, null),
                  _ -> {
                    if (!starts.isEmpty()) {
                      fixture.book(type, starts.removeFirst(), "eve@example.com");
                      booked[0]++;
                    }
                  });

      assertThat(booked[0]).isGreaterThan(20);
      assertThat(report.tables())
          .filteredOn(
              table ->
                  Set.of("meeting", "meeting_host", "booking", "booking_history")
                      .contains(table.table()))
          .hasSize(4)
          .allSatisfy(table -> assertThat(table.rows()).isEqualTo(1));
    }
  }

  @ParameterizedTest
  @EachDatabase
  void refusesADatabaseThatHasSomethingOrIsInUse(DatabaseKind kind) {
    try (Fixture fixture = new Fixture(kind)) {
      BackupWorld.backup(fixture, file("a.backup"), null);
      if (kind == DatabaseKind.POSTGRESQL) {
        // The H2 file is open in this program, which may restore into it.
        assertThatExceptionOfType(DatabaseUnavailableException.class)
            .isThrownBy(
                () -> BackupWorld.restore(file("a.backup"), fixture.database.settings(), ""))
            .withMessageContaining("Another program has the database")
            .returns(Reason.IN_USE, DatabaseUnavailableException::reason);
      }
      fixture.core.close();

      assertThatExceptionOfType(BackupException.class)
          .isThrownBy(() -> BackupWorld.restore(file("a.backup"), fixture.database.settings(), ""))
          .withMessageContaining("is not empty: handle has rows");
      try (Core core = Core.on(fixture.database.open(), fixture.clock)) {
        assertThat(core.hosts().find(fixture.ada.id())).isPresent();
      }
    }
  }

  @Test
  void refusesAFileThatWasCutOrChanged() throws Exception {
    try (Fixture fixture = new Fixture(DatabaseKind.H2);
        TestDatabase empty = TestDatabase.empty(DatabaseKind.H2)) {
      BackupWorld.fill(fixture);
      for (String passphrase : Arrays.asList(null, PASSPHRASE)) {
        Path whole = file("whole.backup");
        BackupWorld.backup(fixture, whole, passphrase);
        byte[] bytes = Files.readAllBytes(whole);
        // Half a second goes into each key that is made of a pass phrase.
        int places = passphrase == null ? 40 : 8;
        // The header of gzip has ten bytes that mean nothing here.
        for (int at = 10; at < bytes.length; at += bytes.length / places) {
          byte[] changed = bytes.clone();
          changed[at] ^= 4;
          refuse(changed, passphrase, empty);
          refuse(Arrays.copyOf(bytes, at), passphrase, empty);
        }
        refuse(Arrays.copyOf(bytes, bytes.length - 1), passphrase, empty);
        refuse(Arrays.copyOf(bytes, bytes.length + 1), passphrase, empty);
      }
      assertThatExceptionOfType(BackupException.class)
          .isThrownBy(() -> BackupWorld.restore(file("whole.backup"), empty.settings(), "wrong"))
          .withMessageContaining("The pass phrase is wrong");
      refuse("-- PostgreSQL database dump\n".getBytes(StandardCharsets.UTF_8), "", empty);
      refuse(new byte[0], "", empty);
      assertThatExceptionOfType(BackupException.class)
          .isThrownBy(() -> BackupWorld.restore(file("none.backup"), empty.settings(), ""))
          .withMessageContaining("is not there");
      assertThat(Files.exists(empty.home().resolve("meetwright.mv.db"))).isFalse();
    }
  }

  private void refuse(byte[] bytes, String passphrase, TestDatabase into) throws Exception {
    Path file = Files.write(file("refused.backup"), bytes);
    assertThatExceptionOfType(BackupException.class)
        .isThrownBy(() -> BackupWorld.restore(file, into.settings(), passphrase))
        .withMessageContaining("refused.backup");
  }

  @ParameterizedTest
  @EachDatabase
  void leavesTheDatabaseEmptyWhenItRefusesARow(DatabaseKind kind) throws Exception {
    try (Fixture fixture = new Fixture(DatabaseKind.H2);
        TestDatabase empty = TestDatabase.empty(kind)) {
      BackupWorld.backup(fixture, file("a.backup"), null);
      BackupLinesEdit.edit(
          file("a.backup"), line -> line.replace("\"ada@example.org\"", "\"" + "x".repeat(999)));

      assertThatExceptionOfType(RuntimeException.class)
          .isThrownBy(() -> BackupWorld.restore(file("a.backup"), empty.settings(), ""));
      BackupWorld.backup(fixture, file("b.backup"), null);
      BackupWorld.restore(file("b.backup"), empty.settings(), "");
    }
  }

  /// Indexes and triggers are taken away while H2 is filled.
  @ParameterizedTest
  @EachDatabase
  void givesH2AllThatWatchesItsRowsBack(DatabaseKind kind) throws Exception {
    try (Fixture fixture = new Fixture(kind);
        TestDatabase restored = TestDatabase.empty(DatabaseKind.H2);
        Fixture plain = new Fixture(DatabaseKind.H2)) {
      fixture.book(fixture.addEventType(t -> t), "2026-03-03T15:00:00Z");
      BackupWorld.backup(fixture, file("a.backup"), null);
      BackupWorld.restore(file("a.backup"), restored.settings(), "");

      assertThat(described(restored)).isEqualTo(described(plain.database)).hasSizeGreaterThan(50);
      try (Connection connection = restored.connect();
          Statement statement = connection.createStatement()) {
        statement.execute(
            """
            INSERT INTO meeting (id, event_type_id, event_type_slug, event_type_name, starts_at,
              ends_at, created_at)
            SELECT '00000000-0000-7000-8000-000000000001', event_type_id, 'intro', 'Intro', starts_at,
              ends_at, created_at FROM meeting
            """);
        assertThatExceptionOfType(SQLException.class)
            .isThrownBy(
                () ->
                    statement.execute(
                        """
                        INSERT INTO meeting_host (meeting_id, host_id, padded_from, padded_until, active)
                        SELECT '00000000-0000-7000-8000-000000000001', host_id,
                          DATEADD(MINUTE, 1, padded_from), padded_until, TRUE FROM meeting_host
                        """))
            .withMessageContaining("another meeting at that time");
      }
    }
  }

  @ParameterizedTest
  @EachDatabase
  void refusesAHostWithTwoMeetingsAtOnce(DatabaseKind kind) throws Exception {
    try (Fixture fixture = new Fixture(DatabaseKind.H2);
        TestDatabase empty = TestDatabase.empty(kind)) {
      EventType type = fixture.addEventType(t -> t);
      fixture.book(type, "2026-03-03T15:00:00Z");
      fixture.book(type, "2026-03-03T15:30:00Z");
      fixture.sql("DROP TRIGGER meeting_host_overlap_update");
      fixture.sql("UPDATE meeting_host SET padded_until = '2026-03-03 16:00:00+00'");
      BackupWorld.backup(fixture, file("a.backup"), null);

      assertThatExceptionOfType(DatabaseUnavailableException.class)
          .isThrownBy(() -> BackupWorld.restore(file("a.backup"), empty.settings(), ""))
          .withMessageContaining("could not be filled");
      fixture.sql("DELETE FROM booking_history");
      fixture.sql("DELETE FROM booking");
      fixture.sql("DELETE FROM meeting");
      BackupWorld.backup(fixture, file("b.backup"), null);
      BackupWorld.restore(file("b.backup"), empty.settings(), "");
    }
  }

  /// Returns each index column and each trigger. Names that H2 gave itself are left out.
  private static List<String> described(TestDatabase database) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT i.table_name || ' ' || i.index_type_name || ' '
                  || LISTAGG(c.column_name || ' ' || c.ordering_specification, ', ')
                    WITHIN GROUP (ORDER BY c.ordinal_position)
                FROM information_schema.indexes i JOIN information_schema.index_columns c
                  ON c.index_schema = i.index_schema AND c.index_name = i.index_name
                    AND c.table_name = i.table_name
                WHERE i.table_schema = 'PUBLIC'
                GROUP BY i.table_name, i.index_name, i.index_type_name
                UNION ALL
                SELECT trigger_name || ' ' || event_object_table || ' ' || event_manipulation || ' '
                  || action_timing || ' ' || action_orientation || ' ' || java_class
                FROM information_schema.triggers
                """)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    found.sort(null);
    return found;
  }

  @ParameterizedTest
  @EachDatabase
  void saysSoWhenItWasKilledAndCanBeDoneAgain(DatabaseKind kind) throws Exception {
    try (Fixture fixture = new Fixture(kind);
        TestDatabase empty = TestDatabase.empty(kind)) {
      BackupWorld.fill(fixture);
      BackupReport made = BackupWorld.backup(fixture, file("a.backup"), null);
      copy(fixture.database.settings().keys(), empty.settings().keys());
      for (String until : List.of("host", "booking")) {
        killWhile(until, empty);

        assertThatExceptionOfType(DatabaseUnavailableException.class)
            .isThrownBy(empty::open)
            .withMessageContaining("has a part of its data only")
            .withMessageContaining("meetwright restore FILE")
            .returns(Reason.UNREACHABLE, DatabaseUnavailableException::reason);
      }

      BackupWorld.restore(file("a.backup"), empty.settings(), "");
      assertThat(BackupWorld.backup(empty.settings(), fixture, file("b.backup")).tables())
          .isEqualTo(made.tables());
    }
  }

  private void killWhile(String table, TestDatabase into) throws Exception {
    Process restorer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledRestorer.class.getName(),
                file("a.backup").toString(),
                into.settings().url(),
                into.settings().keys().toString(),
                table)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines = restorer.inputReader()) {
      assertThat(lines.readLine()).isEqualTo("filled " + table);
    } finally {
      restorer.destroyForcibly().waitFor();
    }
  }

  @ParameterizedTest
  @EachDatabase
  void restoresABackupOfAnOlderSchemaAndMigratesIt(DatabaseKind kind) {
    try (TestDatabase old = TestDatabase.empty(kind);
        TestDatabase now = TestDatabase.empty(other(kind))) {
      try (Database database = old.open()) {
        database.migrations().make(new Version("92", 1));
        database.inTransaction(
            tx -> tx.mapper(OldHostMapper.class).insert("ada\u00df@example.org", "stale"));
        new Backup(database, new TestClock("2026-03-02T12:00:00Z"))
            .write(new BackupFile(file("a.backup"), false, null), _ -> {});
      }
      BackupLinesEdit.edit(
          file("a.backup"), line -> line.replaceFirst("\"folding\":-?\\d+", "\"folding\":1"));

      BackupWorld.restore(file("a.backup"), now.settings(), "");

      try (Database database = now.open()) {
        assertThat(database.migrations().state().name()).isEqualTo("CURRENT");
        assertThat(database.<String>read(tx -> tx.mapper(OldHostMapper.class).key()))
            .as("keys of an older program are made anew")
            .isNotEqualTo("stale");
      }
    }
  }

  @Test
  void refusesNewerFilesAndLostKeys() {
    try (Fixture fixture = new Fixture(DatabaseKind.H2);
        TestDatabase empty = TestDatabase.empty(DatabaseKind.H2)) {
      BackupWorld.fill(fixture);
      BackupWorld.backup(fixture, file("keys.backup"), null);
      assertThatExceptionOfType(BackupException.class)
          .isThrownBy(() -> BackupWorld.restore(file("keys.backup"), empty.settings(), ""))
          .withMessageContaining("Put a copy of the old key file there")
          .withMessageContaining(empty.settings().keys().toString());

      new Restore(file("keys.backup"), () -> "").into(empty.settings(), true, _ -> {});
      assertThatExceptionOfType(DatabaseUnavailableException.class)
          .isThrownBy(() -> Core.on(empty.open(), fixture.clock))
          .withMessageContaining("encrypted with the key");

      BackupWorld.backup(fixture, file("format.backup"), null);
      BackupLinesEdit.edit(
          file("format.backup"), line -> line.replace("\"version\":1", "\"version\":2"));
      assertThatExceptionOfType(BackupException.class)
          .isThrownBy(() -> Backup.verify(file("format.backup"), () -> ""))
          .withMessageContaining("from a newer Meetwright");

      try (TestDatabase other = TestDatabase.empty(DatabaseKind.H2)) {
        copy(fixture.database.settings().keys(), other.settings().keys());
        BackupWorld.backup(fixture, file("schema.backup"), null);
        BackupLinesEdit.edit(
            file("schema.backup"),
            line -> line.replaceFirst("\"schema\":\"\\d+\"", "\"schema\":\"9999\""));
        assertThatExceptionOfType(BackupException.class)
            .isThrownBy(() -> BackupWorld.restore(file("schema.backup"), other.settings(), ""))
            .withMessageContaining("version 9999, which is newer than this program");
      }
    }
  }

  @Test
  void replacesNoFileAndLeavesNothingHalfWritten() throws Exception {
    try (Fixture fixture = new Fixture(DatabaseKind.H2)) {
      Path file = file("a.backup");
      Backup backup = new Backup(fixture.core.database(), fixture.clock);
      backup.write(new BackupFile(file, false, null), _ -> {});
      byte[] before = Files.readAllBytes(file);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");

      assertThatExceptionOfType(BackupException.class)
          .isThrownBy(() -> backup.write(new BackupFile(file, false, null), _ -> {}))
          .withMessageContaining("is there already", "--force");
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(
              () ->
                  backup.write(
                      new BackupFile(file, true, null),
                      _ -> {
                        throw new IllegalStateException();
                      }));
      assertThat(Files.readAllBytes(file)).isEqualTo(before);
      try (Stream<Path> files = Files.list(directory)) {
        assertThat(files).containsExactly(file);
      }
      backup.write(new BackupFile(file, true, null), _ -> {});
    }
  }
}
