package org.meetwright.cli.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.cli.built.BuiltProgram;
import org.meetwright.cli.built.Run;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.TestDatabase;

/// `migrate status`, `validate` and `repair` through the built program, and a migration that fails.
final class MigrateTest {
  private static final String LAST =
      " WHERE \"installed_rank\" = (SELECT MAX(\"installed_rank\") FROM \"flyway_schema_history\""
          + " WHERE \"version\" IS NOT NULL)";

  @ParameterizedTest
  @EachDatabase
  void tellsWhereTheDatabaseStands(DatabaseKind kind) {
    try (TestDatabase database = TestDatabase.empty(kind)) {
      BuiltProgram program = BuiltProgram.on(database);

      Run empty = program.run("migrate", "status", "--json");
      assertThat(empty.exit()).as(empty.err()).isZero();
      assertThat(empty.json().get("version").isNull()).isTrue();
      assertThat(empty.json().get("pending").intValue()).isPositive();
      program.run("migrate").done();
      Run current = program.run("migrate", "status", "--json");
      assertThat(current.json().get("version")).isEqualTo(current.json().get("needed"));
      assertThat(current.json().get("pending").intValue()).isZero();
      assertThat(program.run("migrate", "status").out()).isEmpty();
      assertThat(program.run("migrate", "status", "--all").out()).contains("schema");
      assertThat(program.run("migrate", "validate").exit()).isZero();
    }
  }

  @ParameterizedTest
  @EachDatabase
  void saysWhatDiffersAndRepairsTheHistoryOnlyWhenItIsConfirmed(DatabaseKind kind)
      throws Exception {
    try (TestDatabase database = TestDatabase.create(kind)) {
      execute(database, "UPDATE \"flyway_schema_history\" SET \"checksum\" = 1" + LAST);
      BuiltProgram program = BuiltProgram.on(database);

      Run differs = program.run("migrate", "validate", "--json");
      assertThat(differs.exit()).isEqualTo(1);
      assertThat(differs.json().get("valid").booleanValue()).isFalse();
      assertThat(differs.json().get("differences")).hasSize(1);
      assertThat(program.run("migrate", "repair").exit()).isEqualTo(1);
      assertThat(program.run("migrate", "validate").exit()).isEqualTo(1);
      assertThat(
              program.run("migrate", "repair", "--yes", "--json").json().get("changed").intValue())
          .isEqualTo(1);
      assertThat(program.run("migrate", "validate").exit()).isZero();
    }
  }

  @ParameterizedTest
  @EachDatabase
  void leavesTheDatabaseAsItWasWhenAMigrationFails(DatabaseKind kind) throws Exception {
    try (TestDatabase database = TestDatabase.create(kind)) {
      BuiltProgram program = BuiltProgram.on(database);
      program
          .run("host add ada --name Ada --email ada@example.org --zone Europe/London".split(" "))
          .done();
      // The last migration is to be run again; it cannot, as what it makes is there.
      execute(database, "DELETE FROM \"flyway_schema_history\"" + LAST);
      String before = program.run("migrate", "status", "--all", "--json").done().out();

      Run failed = program.run("migrate");

      assertThat(failed.exit()).isEqualTo(1);
      assertThat(failed.err()).contains("Nothing was changed", "go on with the version");
      assertThat(program.run("migrate", "status", "--all", "--json").out()).isEqualTo(before);
      if (kind == DatabaseKind.H2) {
        try (var files = Files.list(database.home())) {
          assertThat(files.map(file -> file.getFileName().toString()))
              .anyMatch(name -> name.matches("meetwright\\.before-.*\\.zip"))
              .noneMatch(name -> name.contains("trial"));
        }
      }
      assertThat(program.run("host", "list").exit()).isEqualTo(12);
    }
  }

  @ParameterizedTest
  @EachDatabase
  void runsWhatWasSkippedAndSaysSo(DatabaseKind kind) throws Exception {
    try (TestDatabase database = TestDatabase.create(kind)) {
      BuiltProgram program = BuiltProgram.on(database);
      program.run("host", "list").done();
      skip(database);

      assertThat(program.run("migrate", "status").done().out()).contains("95", "pending");
      assertThat(program.run("backup", "schedules").exit()).isEqualTo(12);
      Run late = program.run("migrate").done();
      assertThat(late.err()).contains("Ran 1 migrations", "95 came late");
      assertThat(program.run("migrate").done().err()).doesNotContain("late");
      assertThat(program.run("migrate", "validate").exit()).isZero();
      assertThat(program.run("backup", "schedules").done().out()).isEmpty();

      skip(database);
      Process server = program.start("serve", "--port", "0");
      try (BufferedReader out = server.inputReader();
          BufferedReader err = server.errorReader()) {
        assertThat(out.readLine()).startsWith("Meetwright is ready at ");
        assertThat(err.readLine()).contains("95 came late");
      } finally {
        server.destroyForcibly().waitFor();
      }
    }
  }

  private static void skip(TestDatabase database) throws Exception {
    execute(database, "DELETE FROM \"flyway_schema_history\" WHERE \"version\" = '95'");
    execute(database, "DROP TABLE backup_schedule");
  }

  private static void execute(TestDatabase database, String sql) throws Exception {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
