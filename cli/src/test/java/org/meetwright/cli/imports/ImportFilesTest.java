package org.meetwright.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.cli.built.BuiltProgram;
import org.meetwright.cli.built.Run;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.TestDatabase;
import tools.jackson.databind.JsonNode;

/// `import csv` and `import ics`, as users run them.
final class ImportFilesTest {
  @TempDir Path temp;

  private String file(String name, String text) throws Exception {
    return Files.writeString(temp.resolve(name), text).toString();
  }

  private static void addAda(BuiltProgram program) {
    program
        .run("host add ada --name Ada --email ada@example.org --zone Europe/London".split(" ", -1))
        .done();
    program.run("event-type add ada intro --name Intro --duration 30".split(" ", -1)).done();
  }

  private static JsonNode bookings(BuiltProgram program) {
    return program.run("export", "json").done().json().path("bookings");
  }

  @ParameterizedTest
  @EachDatabase
  void importsCsvOfCalendly(DatabaseKind kind) {
    try (TestDatabase database = TestDatabase.create(kind)) {
      BuiltProgram program = BuiltProgram.on(database);
      String export = ServiceDouble.file("csv", "calendly.csv");

      assertThat(program.run("import", "calendly", export).errorLines())
          .singleElement()
          .asString()
          .contains("row 2, column Start Date & Time", "--zone ZONE", "Nothing was imported");
      Run first = program.run("--json", "import", "calendly", export, "--zone", "Europe/Berlin");
      assertThat(first.exit()).as(first.err()).isZero();
      assertThat(first.json().at("/created/host").asInt()).isEqualTo(1);
      assertThat(first.json().at("/created/booking").asInt()).isEqualTo(2);
      JsonNode bob = bookings(program).get(0);
      assertThat(bob.at("/start").asString()).isEqualTo("2099-03-02T09:00:00Z");
      assertThat(bob.at("/notes").asString()).isEqualTo("What, and why?: Line one, line two");
      assertThat(bookings(program).get(1).at("/invitee/name").asString()).isEqualTo("Cy \"C\" Cee");
      // Known by its bookings alone, it can't be booked yet.
      assertThat(
              program
                  .run("--json", "event-type", "show", "ada-lovelace/30-minute-meeting")
                  .done()
                  .json()
                  .at("/active")
                  .asBoolean())
          .isFalse();
      Run again = program.run("--json", "import", "calendly", export, "--zone", "Europe/Berlin");
      assertThat(again.json().at("/created")).allSatisfy(one -> assertThat(one.asInt()).isZero());
    }
  }

  @ParameterizedTest
  @EachDatabase
  void importsOtherCsvAndRefusesABadRow(DatabaseKind kind) throws Exception {
    try (TestDatabase database = TestDatabase.create(kind)) {
      BuiltProgram program = BuiltProgram.on(database);
      addAda(program);
      String rows =
          """
          Start;Duration;Name;Email
          3/9/2099 9:00 AM;30;Bob;bob@example.com
          4/9/2099 9:00 AM;30;Cy;%s
          """;
      String bad = file("bad.csv", rows.formatted("nobody"));

      assertThat(program.run("import", "csv", bad, "--event-type", "ada/intro").err())
          .contains("row 2, column Start: say with --dates mdy or --dates dmy");
      assertThat(
              program
                  .run("import", "csv", bad, "--event-type", "ada/intro", "--dates", "mdy")
                  .err())
          .contains("bad.csv: row 3, column Email: ", "not \"nobody\". Nothing was imported");
      assertThat(program.run("import", "csv", bad, "--dates", "ymd").exit()).isEqualTo(2);
      String shorter = file("short.csv", "Start,End,Email\n2099-03-09T09:00Z,x\n");
      assertThat(program.run("import", "csv", shorter, "--host", "ada").err())
          .contains("short.csv: row 2 has 2 cells, and the heading has 3");
      String open = file("open.csv", "Start,End,Email\n2099-03-09T09:00Z,\"x\n");
      assertThat(program.run("import", "csv", open, "--host", "ada").exit()).isEqualTo(1);
      assertThat(program.run("import", "csv", file("none.csv", ""), "--host", "ada").err())
          .contains("none.csv is empty");
      assertThat(bookings(program)).isEmpty();

      String good = file("good.csv", rows.formatted("cy@example.com"));
      Run imported =
          program.run(
              "--json", "import", "csv", good, "--event-type", "ada/intro", "--dates", "mdy");
      assertThat(imported.exit()).as(imported.err()).isZero();
      assertThat(bookings(program)).hasSize(2);
      assertThat(bookings(program).get(0).at("/start").asString())
          .isEqualTo("2099-03-09T09:00:00Z");
      assertThat(bookings(program).get(0).at("/eventType").toString()).contains("intro");

      // What was exported comes back, on another installation.
      String exported = file("own.csv", program.run("export", "csv", "ada").done().out());
      try (TestDatabase other = TestDatabase.create(kind)) {
        BuiltProgram elsewhere = BuiltProgram.on(other);
        addAda(elsewhere);
        elsewhere.run("import", "csv", exported, "--host", "ada").done();
        assertThat(bookings(elsewhere)).hasSize(2);
      }
    }
  }

  @ParameterizedTest
  @EachDatabase
  void importsEventsOfACalendar(DatabaseKind kind) throws Exception {
    try (TestDatabase database = TestDatabase.create(kind)) {
      BuiltProgram program = BuiltProgram.on(database);
      addAda(program);
      String calendar = ServiceDouble.file("ics", "ada.ics");
      String text = Files.readString(Path.of(calendar));
      String broken = file("broken.ics", text.substring(0, text.length() - 40));

      assertThat(program.run("import", "ics", broken, "--event-type", "ada/intro").err())
          .contains("broken.ics breaks off", "Nothing was imported");
      assertThat(program.run("import", "ics", calendar, "--event-type", "ada/none").exit())
          .isEqualTo(1);
      assertThat(program.run("import", "ics", calendar).exit()).isEqualTo(2);

      Run all = program.run("--json", "import", "ics", calendar, "--event-type", "ada/intro");
      assertThat(all.exit()).isEqualTo(3);
      assertThat(all.json().at("/created/booking").asInt()).isEqualTo(1);
      assertThat(all.json().at("/leftOut").toString())
          .contains("no attendee besides the host", "repeats", "is a whole day");
      JsonNode bob = bookings(program).get(0);
      assertThat(bob.at("/start").asString()).isEqualTo("2099-03-02T10:00:00Z");
      assertThat(bob.at("/calendarUid").asString()).isEqualTo("abc123@google.com");
      assertThat(bob.at("/invitee/name").asString()).isEqualTo("Bob Bee");
      assertThat(bob.at("/guests")).hasSize(1);
      assertThat(bob.at("/location").toString()).contains("https://meet.example/x");

      Run only =
          program.run("import", "ics", calendar, "--event-type", "ada/intro", "--only", "bob bee");
      assertThat(only.exit()).as(only.err()).isZero();
      assertThat(bookings(program)).hasSize(1);
    }
  }
}
