package org.meetwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.cli.built.BuiltProgram;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Patience;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.TestDatabase;
import org.meetwright.core.database.h2.FilePassword;

final class DatabaseTest {
  private static final String WAITING = "is held by another program; waiting for it...";

  @TempDir Path home;

  @ParameterizedTest
  @EachDatabase
  void makesTheSchemaByItself(DatabaseKind kind) {
    try (TestDatabase database = TestDatabase.empty(kind)) {
      CommandLineRun run = on(database, "host", "list", "--json");

      assertThat(run.exit()).isZero();
      assertThat(run.out()).isEqualTo("{\"hosts\":[]}\n");
      assertThat(on(database, "migrate").errorLines())
          .singleElement()
          .asString()
          .endsWith(" is up to date.");
    }
  }

  @ParameterizedTest
  @EachDatabase
  void migratesOnDemandOnly(DatabaseKind kind) throws Exception {
    try (TestDatabase database = TestDatabase.empty(kind)) {
      Flyway.configure()
          .dataSource(url(database), kind == DatabaseKind.H2 ? "meetwright" : null, null)
          .locations("classpath:db/migration/common")
          .target("1")
          .load()
          .migrate();

      CommandLineRun refused = on(database, "host", "list");
      assertThat(refused.exit()).isEqualTo(12);
      assertThat(refused.errorLines())
          .containsExactly(
              "meetwright: The database is from an older Meetwright; back it up, then run:"
                  + " meetwright migrate");

      CommandLineRun migrated = on(database, "migrate", "--json");
      assertThat(migrated.exit()).isZero();
      assertThat(migrated.json().get("migrations").intValue()).isPositive();
      assertThat(on(database, "host", "list").exit()).isZero();
      assertThat(on(database, "migrate", "--json").out()).isEqualTo("{\"migrations\":0}\n");
    }
  }

  @ParameterizedTest
  @EachDatabase
  void leavesANewerDatabaseAlone(DatabaseKind kind) throws Exception {
    try (TestDatabase database = TestDatabase.create(kind)) {
      try (Connection connection = connect(database);
          Statement statement = connection.createStatement()) {
        statement.execute(
            "UPDATE \"flyway_schema_history\" SET \"version\" = '9999', \"script\" = 'V9999__x.sql'"
                + " WHERE \"version\" = '2'");
      }

      for (String command : new String[] {"host list", "migrate", "serve --port 0"}) {
        CommandLineRun run = on(database, command.split(" "));
        assertThat(run.exit()).isEqualTo(12);
        assertThat(run.out()).isEmpty();
        assertThat(run.errorLines())
            .containsExactly(
                "meetwright: The database has version 9999, which is newer than this program;"
                    + " install a newer Meetwright. Nothing was changed.");
      }
    }
  }

  @Test
  void saysThatAForeignProgramHoldsTheDatabase() throws Exception {
    CommandLineRun.addAda(home);
    Process other = foreign();
    try {
      assertThat(other.inputReader().readLine()).isEqualTo("open");

      CommandLineRun run = CommandLineRun.in(home, "host", "list");

      assertThat(run.exit()).isEqualTo(11);
      assertThat(run.errorLines()).hasSize(2);
      assertThat(run.errorLines().getFirst()).contains(WAITING);
      assertThat(run.errorLines().getLast())
          .isEqualTo(
              "meetwright: The database jdbc:h2:file:"
                  + home.resolve("meetwright")
                  + " is in use by another program that does not share it; end that program, or"
                  + " choose another data directory with --home.");
    } finally {
      other.destroy();
      other.waitFor();
    }
  }

  @Test
  void waitsForAProgramThatIsJustEnding() throws Exception {
    CommandLineRun.addAda(home);
    Process other = foreign();
    try {
      assertThat(other.inputReader().readLine()).isEqualTo("open");
      Process waiting = BuiltProgram.in(home).start("host", "list");
      try {
        assertThat(waiting.errorReader().readLine()).contains(WAITING);
        other.destroy();

        assertThat(waiting.inputReader().readLine()).startsWith("ada ");
        assertThat(waiting.waitFor(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(waiting.exitValue()).isZero();
      } finally {
        waiting.destroyForcibly();
      }
    } finally {
      other.destroyForcibly().waitFor();
    }
  }

  /// Starts a program that holds the database and does not share it.
  private Process foreign() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            ForeignProgram.class.getName(),
            "jdbc:h2:file:" + home.resolve("meetwright"))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  @Test
  void saysThatPostgresqlCannotBeReached() throws Exception {
    int freePort;
    try (ServerSocket socket = new ServerSocket(0)) {
      freePort = socket.getLocalPort();
    }
    String url = "jdbc:postgresql://127.0.0.1:" + freePort + "/meetwright?password=s3cret";

    CommandLineRun run = CommandLineRun.in(home, "host", "list", "--database-url", url);

    assertThat(run.exit()).isEqualTo(10);
    assertThat(run.errorLines()).hasSize(1);
    assertThat(run.err())
        .startsWith("meetwright: The database jdbc:postgresql://127.0.0.1:" + freePort)
        .contains("cannot be reached", "Check database.url")
        .doesNotContain("s3cret");
    CommandLineRun verbose =
        CommandLineRun.in(home, "host", "list", "--verbose", "--database-url", url);
    assertThat(verbose.exit()).isEqualTo(10);
    assertThat(verbose.err()).contains("\tat ").doesNotContain("s3cret");
  }

  @Test
  void saysThatTheDataDirectoryCannotBeMade() throws Exception {
    Path file = Files.createFile(home.resolve("file"));

    CommandLineRun run = CommandLineRun.in(file, "host", "list");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.errorLines())
        .singleElement()
        .asString()
        .startsWith("meetwright: The data directory " + file + " cannot be created");
  }

  private CommandLineRun on(TestDatabase database, String... arguments) {
    return CommandLineRun.in(
        home, List.of("MEETWRIGHT_DATABASE_URL", database.settings().url()), arguments);
  }

  private static String url(TestDatabase database) {
    return database.settings().url();
  }

  private static Connection connect(TestDatabase database) throws Exception {
    return url(database).startsWith("jdbc:h2:")
        ? DriverManager.getConnection(url(database), "meetwright", FilePassword.read(url(database)))
        : DriverManager.getConnection(url(database));
  }
}
