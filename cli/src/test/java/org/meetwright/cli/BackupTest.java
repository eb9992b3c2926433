package org.meetwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.cli.built.BuiltProgram;
import org.meetwright.cli.built.Run;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Patience;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.TestDatabase;

final class BackupTest {
  @TempDir Path directory;

  private String file(String name) {
    return directory.resolve(name).toString();
  }

  private static TestDatabase other(DatabaseKind kind) {
    return TestDatabase.empty(kind == DatabaseKind.H2 ? DatabaseKind.POSTGRESQL : DatabaseKind.H2);
  }

  /// Starts a server with made-up data, and returns when it is ready.
  private static Process serve(BuiltProgram program) throws IOException {
    Process server = program.start("serve", "--demo", "--port", "0");
    Thread.ofVirtual().start(() -> drain(server.errorReader()));
    BufferedReader out = server.inputReader();
    assertThat(out.readLine()).startsWith("Meetwright is ready at ");
    return server;
  }

  private static void drain(BufferedReader lines) {
    lines.lines().forEach(_ -> {});
  }

  private static void end(Process server) throws InterruptedException {
    server.destroy();
    if (!server.waitFor(Patience.SECONDS, TimeUnit.SECONDS)) {
      server.destroyForcibly().waitFor();
    }
  }

  private static void addAda(BuiltProgram program) {
    program
        .run("host add ada --name Ada --email ada@example.org --zone Europe/London".split(" "))
        .done();
  }

  @ParameterizedTest
  @EachDatabase
  void backsUpWhileTheServerRunsAndMovesToTheOtherDatabase(DatabaseKind kind) throws Exception {
    try (TestDatabase database = TestDatabase.create(kind);
        TestDatabase empty = other(kind)) {
      BuiltProgram old = BuiltProgram.on(database);
      BuiltProgram moved = BuiltProgram.on(empty);
      Process server = serve(old);
      try {
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        String slot =
            old.run("slots", "ada/intro", "--from", day.toString()).done().lines().getFirst();
        String id =
            old.run("book", "ada/intro", slot, "--name", "Bob", "--email", "bob@example.com")
                .done()
                .out()
                .strip();

        Run written = old.run("backup", "--passphrase-file", "-", file("a.backup"), "--json");
        assertThat(written.exit()).as("an empty pass phrase").isEqualTo(1);
        written =
            old.reading("correct horse\n")
                .run("backup", "--passphrase-file", "-", file("a.backup"));
        assertThat(written.done().lines())
            .anyMatch(line -> line.matches("host +[1-9]\\d*"))
            .anyMatch(line -> line.matches("booking +[1-9]\\d*"));
        assertThat(written.err()).contains("to " + file("a.backup"));
        Run twice = old.run("backup", file("a.backup"));
        assertThat(twice.exit()).isEqualTo(1);
        assertThat(twice.err()).contains("is there already", "--force");

        Run inUse =
            old.reading("correct horse\n")
                .run("restore", "--passphrase-file", "-", file("a.backup"));
        assertThat(inUse.exit()).isEqualTo(11);
        assertThat(inUse.err()).contains("Another program has the database");

        Run verified =
            moved
                .reading("correct horse\n")
                .run("backup", "verify", "--passphrase-file", "-", file("a.backup"));
        assertThat(verified.done().lines()).isEqualTo(written.lines());
        Run wrong =
            moved
                .reading("correct house\n")
                .run("restore", "--passphrase-file", "-", file("a.backup"));
        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.err()).contains("The pass phrase is wrong");
        Run unasked = moved.run("restore", file("a.backup"));
        assertThat(unasked.exit()).isEqualTo(1);
        assertThat(unasked.err()).contains("--passphrase-file FILE");

        Run restored =
            moved
                .reading("correct horse\n")
                .run("restore", "--passphrase-file", "-", file("a.backup"));
        assertThat(restored.done().lines()).isEqualTo(written.lines());
        assertThat(moved.run("bookings", "--json").done().out()).contains(id);
        Run again =
            moved
                .reading("correct horse\n")
                .run("restore", "--passphrase-file", "-", file("a.backup"));
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.err()).contains("is not empty");
      } finally {
        end(server);
      }
    }
  }

  @ParameterizedTest
  @EachDatabase
  void isRefusedByEveryCommandUntilItIsRestoredToItsEnd(DatabaseKind kind) throws Exception {
    try (TestDatabase database = TestDatabase.create(kind)) {
      BuiltProgram program = BuiltProgram.on(database);
      addAda(program);
      program.run("backup", file("a.backup")).done();
      // As a restore leaves it that was killed.
      try (Connection connection = database.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE unfinished_restore (id smallint PRIMARY KEY)");
        if (kind == DatabaseKind.H2) {
          statement.execute("CALL sync_to_disk()");
        }
      }

      for (String command :
          new String[] {"host list", "migrate", "serve --port 0", "backup x.backup"}) {
        Run refused = program.run(command.split(" "));
        assertThat(refused.exit()).as(command).isEqualTo(10);
        assertThat(refused.err()).contains("a part of its data only", "meetwright restore FILE");
      }
      program.run("restore", file("a.backup")).done();
      assertThat(program.run("host", "list").done().out()).contains("ada");
    }
  }

  @ParameterizedTest
  @EachDatabase
  void hasTheServerWriteBackups(DatabaseKind kind) throws Exception {
    try (TestDatabase database = TestDatabase.create(kind)) {
      BuiltProgram program = BuiltProgram.on(database);
      Process server = serve(program);
      Path backups = directory.resolve("backups");
      try {
        program.run("backup", "--every", "hour", "--keep", "2", backups.toString()).done();

        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(Patience.SECONDS);
        while (whole(backups).isEmpty() && System.nanoTime() < until) {
          Thread.sleep(100);
        }
        Path made = whole(backups).getFirst();
        program.run("backup", "verify", made.toString()).done();
        assertThat(program.run("backup", "schedules").done().out())
            .startsWith("hour  2  ")
            .contains(backups.toString());
        program.run("backup", "--every", "never", backups.toString()).done();
        Run none = program.run("backup", "schedules", "--json").done();
        assertThat(none.json().get("schedules")).isEmpty();
        assertThat(program.run("backup", "--every", "never", backups.toString()).exit())
            .isEqualTo(1);
      } finally {
        end(server);
      }
    }
  }

  private static List<Path> whole(Path backups) throws IOException {
    if (!Files.isDirectory(backups)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(backups)) {
      return files.filter(file -> file.toString().endsWith(".backup")).toList();
    }
  }

  @Test
  void saysHowItIsCalled() {
    BuiltProgram program = BuiltProgram.in(directory);
    for (String wrong :
        List.of(
            "backup", "backup --keep 3 x", "backup --every month x", "backup verify", "restore")) {
      assertThat(program.run(wrong.split(" ")).exit()).as(wrong).isEqualTo(2);
    }
    for (String command :
        Arrays.asList("backup --help", "restore --help", "backup verify --help")) {
      assertThat(program.run(command.split(" ")).done().out()).contains("Example");
    }
    Run missing = program.run("backup", "verify", file("none.backup"));
    assertThat(missing.exit()).isEqualTo(1);
    assertThat(missing.errorLines())
        .containsExactly("meetwright: The file " + file("none.backup") + " is not there.");
  }
}
