package org.meetwright.core.database.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.DatabaseUnavailableException;
import org.meetwright.core.database.Migrations.State;
import org.meetwright.core.database.Migrations.Version;
import org.meetwright.core.database.TestDatabase;
import org.meetwright.core.database.h2.DatabaseFile;

/// A program that is killed while it migrates an H2 file. PostgreSQL rolls back by itself.
final class KilledMigrationTest {
  private static final String OLD = "92";

  /// The first statement of all, one in the middle of a migration, and the last one.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "EXECUTE IMMEDIATE",
        "CREATE INDEX page_alias_event_type",
        "CREATE INDEX page_alias_page"
      })
  void leavesTheVersionOfBeforeAndTheNextGoesOn(String statement) throws Exception {
    try (TestDatabase old = old()) {
      killAt(statement, old);
      assertThat(names(old)).contains("meetwright.migrating");

      try (Database database = old.open()) {
        assertThat(database.migrations().state()).isEqualTo(State.OLDER);
        assertThat(database.migrations().version().orElseThrow().schema()).isEqualTo(OLD);
        assertThat(names(old))
            .contains("meetwright.interrupted")
            .doesNotContain("meetwright.migrating");
        assertThat(database.migrations().migrate()).isPositive();
        assertThat(database.migrations().state()).isEqualTo(State.CURRENT);
      }
      assertThat(handles(old)).isEqualTo("ada");
      assertThat(names(old)).doesNotContain("meetwright.migrating", "meetwright.put-back");
    }
  }

  @Test
  void goesOnAfterItWasKilledWhileItTriedACopy() throws Exception {
    try (TestDatabase old = old()) {
      Files.copy(
          old.home().resolve("meetwright.mv.db"), old.home().resolve("meetwright.trial.mv.db"));

      try (Database database = old.open()) {
        assertThat(database.migrations().migrate()).isPositive();
      }
      assertThat(names(old)).noneMatch(name -> name.contains("trial"));
    }
  }

  @Test
  void isLeftAloneWhileAProgramMigrates() throws Exception {
    try (TestDatabase old = old()) {
      Process migrator = migrator("CREATE INDEX page_alias_event_type", old);
      try (BufferedReader said = migrator.inputReader()) {
        assertThat(said.readLine()).isEqualTo("at CREATE INDEX page_alias_event_type");

        MigrationMark.undo(DatabaseFile.of(old.settings().url()).orElseThrow());

        assertThat(names(old))
            .contains("meetwright.migrating")
            .doesNotContain("meetwright.interrupted");
      } finally {
        migrator.destroyForcibly().waitFor();
      }
    }
  }

  @Test
  void isSaidWhereTheCopyIsGone() throws Exception {
    try (TestDatabase old = old()) {
      killAt("CREATE INDEX page_alias_event_type", old);
      for (String name : names(old)) {
        if (name.startsWith("meetwright.before-")) {
          Files.delete(old.home().resolve(name));
        }
      }
      for (int tries = 0; tries < 2; tries++) {
        assertThatExceptionOfType(DatabaseUnavailableException.class)
            .isThrownBy(old::open)
            .withMessageContaining("did not end, and its copy of before is gone")
            .withMessageContaining("delete " + old.home().resolve("meetwright.migrating"));
      }
      Files.delete(old.home().resolve("meetwright.migrating"));
      old.open().close();
    }
  }

  private static TestDatabase old() throws Exception {
    TestDatabase old = TestDatabase.empty(DatabaseKind.H2);
    try (Database database = old.open()) {
      database.migrations().make(new Version(OLD, 1));
    }
    try (Connection connection = old.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO host (id, handle, name, email, email_key, time_zone, locale, role, active,
            revision, created_at)
          VALUES ('0197a000-0000-7000-8000-000000000001', 'ada', 'Ada', 'ada@example.org', 'stale',
            'UTC', 'en', 'host', TRUE, 0, TIMESTAMP WITH TIME ZONE '2026-03-02 12:00:00+00:00')
          """);
      statement.execute("CALL sync_to_disk()");
    }
    return old;
  }

  private static Process migrator(String statement, TestDatabase old) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            KilledMigrator.class.getName(),
            old.settings().url(),
            old.settings().keys().toString(),
            statement)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static void killAt(String statement, TestDatabase old) throws Exception {
    Process migrator = migrator(statement, old);
    try (BufferedReader said = migrator.inputReader()) {
      assertThat(said.readLine()).isEqualTo("at " + statement);
    } finally {
      migrator.destroyForcibly().waitFor();
    }
  }

  private static List<String> names(TestDatabase database) throws Exception {
    try (Stream<Path> files = Files.list(database.home())) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static String handles(TestDatabase database) throws Exception {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT handle FROM host")) {
      rows.next();
      return rows.getString(1);
    }
  }
}
