package org.meetwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.cli.built.BuiltProgram;
import org.meetwright.cli.built.Run;
import org.meetwright.core.Core;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.EventTypeBuilder;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Invitee;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.booking.desk.BookOutcome;
import org.meetwright.core.booking.desk.BookRequest;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.TestDatabase;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.question.Answer;
import org.meetwright.core.question.Question;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.mail.Libical;

/// `export csv`, `export ics`, `export json` and `stats`, as users run them.
final class ExportsTest {
  private static final Question QUESTION =
      new Question(
          UUID.fromString("01a218fb-8c78-733c-8f40-4e00e04c7095"),
          "How many?",
          Question.AnswerKind.NUMBER,
          false,
          List.of());
  private static final Instant MARCH = Instant.parse("2026-03-02T12:00:00Z");

  @TempDir Path temp;

  private static void book(TestDatabase database) {
    try (Core core = Core.on(database.open(), InstantSource.fixed(MARCH))) {
      UUID ada = core.hosts().find("ada").orElseThrow().id();
      EventType intro =
          core.eventTypes().add(new EventTypeBuilder(ada).questions(QUESTION).build());
      book(core, intro, "2026-03-03T10:00:00Z", "=cmd|' /C calc'!A0", "one \"two\", three\r\nfour");
      UUID gone = book(core, intro, "2026-03-10T10:00:00Z", "Zo\u00eb \u6f22\u5b57", "");
      core.bookingDesk().cancel(gone, new Change(Actor.ADMIN, null, null, ""));
    }
  }

  private static UUID book(Core core, EventType type, String start, String name, String notes) {
    Invitee invitee =
        new Invitee(
            name, new EmailAddress("bob@example.com"), ZoneId.of("Europe/Berlin"), Locale.ENGLISH);
    BookRequest request =
        new BookRequest(
            type.id(),
            Instant.parse(start),
            invitee,
            List.of(),
            Map.of(QUESTION.id(), Answer.of(1.5)),
            notes,
            Map.of(),
            null,
            null);
    return ((BookOutcome.Booked) core.bookingDesk().book(request, Actor.INVITEE)).booking().id();
  }

  @ParameterizedTest
  @EachDatabase
  void exportsAndCountsBookings(DatabaseKind kind) throws Exception {
    try (TestDatabase database = TestDatabase.create(kind)) {
      BuiltProgram program = BuiltProgram.on(database);
      program
          .run("host add ada --name Ada --email ada@example.org --zone Europe/London".split(" "))
          .done();
      book(database);

      String csv = program.run("export", "csv", "ada").done().out();
      assertThat(csv)
          .startsWith("id,start,end,status,eventType,")
          .contains(",2026-03-03T11:00:00+01:00,2026-03-03T11:30:00+01:00,confirmed,intro,")
          .contains(",'=cmd|' /C calc'!A0,bob@example.com,Europe/Berlin,")
          .contains("\"one \"\"two\"\", three")
          .contains("\"{\"\"" + QUESTION.id() + "\"\":1.5}\"")
          .contains("Zo\u00eb \u6f22\u5b57")
          .endsWith("\r\n");
      assertThat(program.run("export", "csv", "--to", "2026-03-03").done().out().split("\r\n"))
          .hasSizeLessThanOrEqualTo(3);
      Run wrong = program.run("export", "csv", "--from", "2026-03-03", "--to", "2026-03-01");
      assertThat(wrong.exit()).isEqualTo(2);
      assertThat(program.run("export", "csv", "bob").exit()).isEqualTo(1);

      String ics = program.run("export", "ics").done().out();
      Libical.check(ics, temp);
      Calendar calendar = new CalendarBuilder().build(new StringReader(ics));
      assertThat(calendar.validate(true).getEntries()).isEmpty();
      assertThat(calendar.getComponents("VEVENT")).hasSize(2);
      assertThat(program.run("export", "ics", "--from", "2030-01-01").done().out())
          .startsWith("BEGIN:VCALENDAR")
          .doesNotContain("VEVENT");

      Run json = program.run("export", "json", "--status", "cancelled").done();
      assertThat(json.json().path("bookings")).hasSize(1);
      assertThat(json.json().at("/bookings/0/invitee/name").asString())
          .isEqualTo("Zo\u00eb \u6f22\u5b57");
      assertThat(program.run("export", "ada").done().json().at("/host/handle").asString())
          .isEqualTo("ada");
      assertThat(program.run("export").exit()).isEqualTo(2);

      Run counted =
          program.run("stats", "ada", "--from", "2026-03-01", "--to", "2026-03-31").done();
      assertThat(counted.lines())
          .contains(
              "Bookings from 2026-03-01 to 2026-03-31, Europe/London",
              "bookings   2",
              "no-shows   0 of 1 held, 0.0 %",
              "2026-W10  1  0  0",
              "ada/intro  2  1  0",
              "admin  1");
      Run stats =
          program.run("--json", "stats", "--from", "2026-03-01", "--to", "2026-03-31").done();
      assertThat(stats.json().at("/all/cancelled").asInt()).isEqualTo(1);
      assertThat(stats.json().at("/weeks/1/week").asString()).isEqualTo("2026-W10");
      assertThat(program.run("stats", "--from", "2026-03-31", "--to", "2026-03-01").exit())
          .isEqualTo(1);
      Run drawn = program.onTerminal(80, "stats", "--from", "2026-03-01", "--to", "2026-03-31");
      assertThat(drawn.out()).contains("WEEK", "\u2588");
      assertThat(drawn.lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(90));
    }
  }

  @ParameterizedTest
  @EachDatabase
  void looksAfterHostsTeamsAndSessions(DatabaseKind kind) {
    try (TestDatabase database = TestDatabase.create(kind)) {
      BuiltProgram program = BuiltProgram.on(database);
      for (String handle : List.of("ada", "bea")) {
        program
            .run(
                "host",
                "add",
                handle,
                "--name",
                handle,
                "--email",
                handle + "@example.org",
                "--zone",
                "UTC")
            .done();
      }
      String token = program.run("token", "create", "bea").done().out().strip();
      program.run("team add sales --owner ada --member ada --member bea".split(" ")).done();
      program.run("team set sales bea --weight 3".split(" ")).done();
      assertThat(program.run("team", "show", "sales").done().out()).contains("bea  weight 3");

      program.run("host", "disable", "bea").done();
      assertThat(program.run("--json", "host", "show", "bea").json().path("active").asBoolean())
          .isFalse();
      try (Core core = Core.on(database.open(), InstantSource.system())) {
        assertThat(core.access().authenticate(token)).isEmpty();
      }
      program.run("host", "enable", "bea").done();
      try (Core core = Core.on(database.open(), InstantSource.system())) {
        assertThat(core.access().authenticate(token)).isPresent();
        core.access().sessions().begin(core.hosts().find("bea").orElseThrow().id(), "Firefox");
      }
      String id = program.run("--json", "session", "list").json().at("/sessions/0/id").asString();
      assertThat(program.run("session", "end", id).exit()).isZero();
      assertThat(program.run("session", "list").done().out()).isEmpty();
      assertThat(program.run("notifications").exit()).isZero();

      program.run("host", "rename", "bea", "beatrice").done();
      assertThat(program.run("host", "show", "bea").exit()).isEqualTo(1);
      assertThat(program.run("host", "delete", "beatrice").exit()).isEqualTo(1);
      assertThat(program.run("host", "delete", "beatrice", "--dry-run").done().out())
          .contains("teams   sales");
      program.run("host", "delete", "beatrice", "--yes").done();
      assertThat(program.run("host", "show", "beatrice").exit()).isEqualTo(1);
      assertThat(program.run("team", "show", "sales").done().out()).doesNotContain("bea");
      program.run("team", "delete", "sales", "--yes").done();
    }
  }
}
