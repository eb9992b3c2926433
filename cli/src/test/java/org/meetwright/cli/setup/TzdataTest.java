package org.meetwright.cli.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.cli.built.BuiltProgram;
import org.meetwright.cli.built.Run;
import org.meetwright.core.Core;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.EventTypeBuilder;
import org.meetwright.core.Patience;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.TestDatabase;
import tools.jackson.databind.JsonNode;

/// `tzdata check`, as admins run it after an update of Java.
final class TzdataTest {
  @ParameterizedTest
  @EachDatabase
  void listsAndTellsWhomNewRulesConcern(DatabaseKind kind) throws Exception {
    try (TestDatabase database = TestDatabase.create(kind)) {
      BuiltProgram program = BuiltProgram.on(database);
      program
          .run("host add ada --name Ada --email ada@example.org --zone Europe/London".split(" "))
          .done();
      try (Core core = Core.on(database.open(), InstantSource.system())) {
        core.eventTypes()
            .add(
                new EventTypeBuilder(core.hosts().find("ada").orElseThrow().id())
                    .reminders()
                    .build());
      }
      String start = program.run("slots", "ada/intro", "--zone", "UTC").done().lines().getLast();
      String id =
          program
              .run(
                  "book",
                  "ada/intro",
                  start,
                  "--name",
                  "Bob",
                  "--email",
                  "bob@example.com",
                  "--zone",
                  "Asia/Kolkata")
              .done()
              .lines()
              .getFirst();

      Run none = program.run("tzdata", "check").done();
      assertThat(none.out()).isEmpty();
      assertThat(none.err())
          .contains("Bookings to come: 1 checked, 0 at another local time than was told.")
          .contains("Time zones: Java's are 20");

      // As if Java had still said UTC+4:30 when Bob booked.
      execute(database, "UPDATE booking SET told_offset = 16200");
      Run found = program.run("tzdata", "check").done();
      assertThat(found.lines()).hasSize(1);
      assertThat(found.lines().getFirst())
          .startsWith(id)
          .contains("Bob", "Asia/Kolkata", start.substring(0, 10));
      assertThat(found.err()).contains("meetwright tzdata check --tell");
      JsonNode json = program.run("tzdata", "check", "--json").done().json();
      assertThat(json.path("moved").asInt()).isEqualTo(1);
      assertThat(json.path("told").asBoolean()).isFalse();
      assertThat(json.at("/timeZoneData/java").asString()).startsWith("20");
      JsonNode bob = json.at("/bookings/0/invitee");
      assertThat(bob.path("timeZone").asString()).isEqualTo("Asia/Kolkata");
      assertThat(bob.path("told").asString()).isNotEqualTo(bob.path("now").asString());
      JsonNode ada = json.at("/bookings/0/hosts/0");
      assertThat(ada.path("handle").asString()).isEqualTo("ada");
      assertThat(ada.path("told").asString()).isEqualTo(ada.path("now").asString());
      Run shown = program.onTerminal(80, "tzdata", "check");
      assertThat(shown.lines())
          .anyMatch(line -> line.contains("BOOKING"))
          .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(90));

      Run told = program.run("tzdata", "check", "--tell").done();
      assertThat(told.lines()).hasSize(1);
      assertThat(told.err()).contains("Everyone concerned gets a mail");
      assertThat(program.run("tzdata", "check", "--tell").done().out()).isEmpty();
      List<String> mails = program.run("outbox", "list", "--kind", "mail").done().lines();
      assertThat(mails.stream().filter(line -> line.contains("local_time"))).hasSize(2);
      assertThat(program.run("tzdata", "check", "--limit", "0").exit()).isEqualTo(1);
      isMailed(program, database.home().resolve("mail"));
    }
  }

  private static void isMailed(BuiltProgram program, Path directory) throws Exception {
    Process server = program.start("serve", "--port", "0");
    try {
      Patience.until(
          () ->
              mails(directory)
                      .filter(mail -> mail.contains("The rules of a time zone have changed"))
                      .count()
                  == 2);
    } finally {
      server.destroyForcibly();
    }
    assertThat(mails(directory).filter(mail -> mail.contains("by your clock it is at another")))
        .hasSize(1);
  }

  private static Stream<String> mails(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".eml"))
          .map(TzdataTest::text)
          .toList()
          .stream();
    }
  }

  /// Returns a mail with the line breaks of quoted-printable taken out.
  private static String text(Path mail) {
    try {
      return Files.readString(mail).replace("=\r\n", "").replaceAll("\\s+", " ");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void execute(TestDatabase database, String sql) throws Exception {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
