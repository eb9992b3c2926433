package org.meetwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.cli.built.BuiltProgram;
import org.meetwright.cli.built.Run;
import org.meetwright.cli.built.TerminalSession;
import org.meetwright.cli.program.ExitCode;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.TestDatabase;

/// Holds the table of exit codes in `docs/cli.md`.
final class ExitCodesTest {
  @TempDir Path home;

  @ParameterizedTest
  @EachDatabase
  void isZeroWhenItIsDoneAndOneWhenItIsRefused(DatabaseKind kind) {
    try (TestDatabase database = TestDatabase.create(kind)) {
      BuiltProgram program = BuiltProgram.on(database);

      Run added =
          program.run(
              "host add ada --name Ada --email ada@example.org --zone Europe/London".split(" "));
      assertThat(added.exit()).as(added.err()).isZero();
      Run listed = program.run("host", "list", "--json");
      assertThat(listed.exit()).isZero();
      assertThat(listed.json().get("hosts")).hasSize(1);
      Run unknown = program.run("slots", "bob/intro");
      assertThat(unknown.exit()).isEqualTo(1);
      assertThat(unknown.out()).isEmpty();
      assertThat(unknown.err())
          .isEqualTo(
              "meetwright: There is no host or team \"bob\"; see the hosts: meetwright host"
                  + " list\n");
    }
  }

  @Test
  void isTwoWhenItIsCalledWrongly() {
    Run run = BuiltProgram.in(home).run("slots", "ada/intro", "--from", "tomorrow");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("2026-03-09", "Try: meetwright slots --help");
  }

  @Test
  void isTenWhenThereIsNoDatabase() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    Run postgres =
        BuiltProgram.in(home)
            .run("host", "list", "--database-url", "jdbc:postgresql://127.0.0.1:" + free + "/x");
    Run h2 =
        BuiltProgram.in(home)
            .run("host", "list", "--database-url", "jdbc:h2:file:" + home + "/none;IFEXISTS=TRUE");

    assertThat(postgres.exit()).as(postgres.err()).isEqualTo(10);
    assertThat(h2.exit()).as(h2.err()).isEqualTo(10);
  }

  @ParameterizedTest
  @EachDatabase
  void isTwelveWhenTheDatabaseIsNewerOrOlder(DatabaseKind kind) throws Exception {
    try (TestDatabase database = TestDatabase.create(kind)) {
      BuiltProgram program = BuiltProgram.on(database);
      execute(
          database,
          "DELETE FROM \"flyway_schema_history\" WHERE \"installed_rank\" = (SELECT"
              + " MAX(\"installed_rank\") FROM \"flyway_schema_history\" WHERE \"version\" IS NOT"
              + " NULL)");
      assertThat(program.run("host", "list").exit()).isEqualTo(12);
      execute(
          database,
          "UPDATE \"flyway_schema_history\" SET \"version\" = '9999' WHERE"
              + " \"script\" = 'V75__calendar_feeds.sql'");
      assertThat(program.run("host", "list").exit()).isEqualTo(12);
      assertThat(program.run("migrate").exit()).isEqualTo(12);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void is130WhenItIsInterrupted() throws Exception {
    String add = "calendar add ada caldav https://example.org --user ada";
    try (TerminalSession session = BuiltProgram.in(home).atTerminal(80, add.split(" "))) {
      Run run = session.awaits("Password: ").type("\u0003").ended();

      assertThat(run.exit()).as(run.out()).isEqualTo(130);
    }
  }

  @Test
  void helpAndDocumentationListThemAll() throws Exception {
    String help = BuiltProgram.in(home).run("--help").out();
    String document = Files.readString(Path.of("../docs/cli.md"));

    assertThat(Arrays.stream(ExitCode.values()).map(code -> code.code() + " ").toList())
        .allSatisfy(code -> assertThat(help).contains(" " + code));
    assertThat(
            document
                .lines()
                .filter(line -> line.matches("\\| [0-9]+ \\|.*"))
                .map(line -> line.replaceAll("^\\| ([0-9]+) .*", "$1"))
                .collect(Collectors.toSet()))
        .isEqualTo(
            Arrays.stream(ExitCode.values())
                .map(code -> Integer.toString(code.code()))
                .collect(Collectors.toSet()));
  }

  private static void execute(TestDatabase database, String sql) throws Exception {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
