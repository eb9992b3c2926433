package org.meetwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.core.Core;
import org.meetwright.core.EventTypeBuilder;
import org.meetwright.core.absence.Absence;
import org.meetwright.core.absence.Span;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.TestDatabase;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.question.Question;
import org.meetwright.core.schedule.Away;
import org.meetwright.core.schedule.PublicHolidays;
import org.meetwright.core.schedule.Schedule;
import org.meetwright.core.team.Team;
import org.meetwright.core.team.TeamMember;
import org.meetwright.core.value.Handle;
import tools.jackson.databind.JsonNode;

final class BookingTest {
  @TempDir Path home;

  @BeforeEach
  void addHostAndEventType() {
    CommandLineRun.addAda(home);
    addEventType(intro -> intro.slug("intro").duration(60).step(60).notice(120));
  }

  @Test
  void listsTheSlotsOfSevenDaysFromToday() {
    CommandLineRun run = run("slots", "ada/intro");

    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    // Monday noon and two hours of notice leave three hours.
    assertThat(run.lines())
        .hasSize(3 + 4 * 8)
        .startsWith("2026-03-02T14:00:00Z")
        .endsWith("2026-03-06T16:00:00Z");
  }

  @Test
  void listsSlotsInAnotherZone() {
    assertThat(
            run(
                    "slots",
                    "ada/intro",
                    "--from",
                    "2026-03-03",
                    "--to",
                    "2026-03-03",
                    "--zone",
                    "America/New_York")
                .lines())
        .hasSize(8)
        .startsWith("2026-03-03T04:00:00-05:00");
  }

  @Test
  void printsSlotsAsTheApiDoes() {
    JsonNode slots =
        run("slots", "ada/intro", "--from", "2026-03-03", "--to", "2026-03-03", "--json").json();

    assertThat(slots.propertyNames())
        .containsExactly("zone", "from", "to", "durationMinutes", "slots", "nextFrom");
    assertThat(slots.at("/slots/0").toString())
        .isEqualTo(
            "{\"start\":\"2026-03-03T09:00:00Z\",\"end\":\"2026-03-03T10:00:00Z\",\"seatsLeft\":1}");
    assertThat(slots.get("nextFrom").stringValue()).isEqualTo("2026-03-04");
  }

  @Test
  void listsExplainsAndBooksTheAskedLength() {
    addEventType(call -> call.slug("call").duration(30).lengths(90).notice(0));
    String[] day = {"slots", "ada/call", "--from", "2026-03-03", "--to", "2026-03-03"};
    assertThat(run(day).lines()).hasSize(16);
    String[] long90 = {
      "slots",
      "ada/call",
      "--from",
      "2026-03-03",
      "--to",
      "2026-03-03",
      "--duration",
      "90",
      "--json"
    };
    JsonNode slots = run(long90).json();
    assertThat(slots.path("durationMinutes").asInt()).isEqualTo(90);
    assertThat(slots.path("slots")).hasSize(5);
    assertThat(slots.at("/slots/0/end").asString()).isEqualTo("2026-03-03T10:30:00Z");

    String last = "2026-03-03T16:30:00Z";
    assertThat(run("explain", "ada/call", last).exit()).isZero();
    assertThat(run("explain", "ada/call", last, "--duration", "90").out())
        .contains("outside_schedule");

    CommandLineRun booked =
        run(
            "book",
            "ada/call",
            "2026-03-03T09:00:00Z",
            "--name",
            "G",
            "--email",
            "g@example.com",
            "--duration",
            "90",
            "--json");
    assertThat(booked.exit()).as(booked.err()).isZero();
    assertThat(booked.json().path("end").asString()).isEqualTo("2026-03-03T10:30:00Z");

    CommandLineRun refused = run("slots", "ada/call", "--duration", "45");
    assertThat(refused.exit()).isNotZero();
    assertThat(refused.err()).contains("--duration", "30, 90 minutes", "45");
  }

  @Test
  void saysThatThereIsNoSlot() {
    CommandLineRun run = run("slots", "ada/intro", "--from", "2026-03-07", "--to", "2026-03-08");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.errorLines())
        .containsExactly(
            "No time of ada/intro can be booked from 2026-03-07 to 2026-03-08; the first free time"
                + " is 2026-03-09T09:00:00Z: look on with --from 2026-03-09");
  }

  @Test
  void saysThatThereIsNoSuchEventType() {
    assertThat(run("slots", "bob/intro").errorLines())
        .containsExactly(
            "meetwright: There is no host or team \"bob\"; see the hosts: meetwright host list");
    CommandLineRun run = run("slots", "ada/intra");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.errorLines())
        .containsExactly("meetwright: ada has no event type \"intra\"; there is intro.");
  }

  @Test
  void booksAndPrintsTheIdOnce() {
    CommandLineRun first = book("2026-03-03T09:00:00Z", "grace@example.org");
    CommandLineRun again = book("2026-03-03T10:00:00+01:00", "GRACE@example.org");

    assertThat(first.exit()).isZero();
    assertThat(first.err()).isEmpty();
    assertThat(first.out().strip()).satisfies(UUID::fromString);
    assertThat(again.exit()).isEqualTo(1);
    assertThat(again.out()).isEmpty();
    assertThat(again.err()).contains("The time is taken");
  }

  @Test
  void refusesATimeThatIsTaken() {
    book("2026-03-03T09:00:00Z", "grace@example.org");

    CommandLineRun run = book("2026-03-03T09:00:00Z", "alan@example.org");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.errorLines())
        .containsExactly(
            "meetwright: The time is taken; choose another: meetwright slots ada/intro");
  }

  @Test
  void saysWhyATimeIsNotOffered() {
    CommandLineRun run = book("2026-03-02T12:30:00Z", "grace@example.org");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.errorLines())
        .containsExactly(
            "meetwright: The time is not offered: Meetings are booked at least 120 minutes ahead."
                + " (minimum_notice) Meetings start every 60 minutes from 09:00. (off_grid) See"
                + " what is: meetwright slots ada/intro");
  }

  @Test
  void refusesToBookWhereAQuestionNeedsAnAnswer() {
    addEventType(
        asking ->
            asking
                .slug("asking")
                .questions(
                    new Question(
                        UUID.randomUUID(), "Why?", Question.AnswerKind.TEXT, true, List.of())));

    CommandLineRun run =
        run(
            "book",
            "ada/asking",
            "2026-03-03T09:00:00Z",
            "--name",
            "G",
            "--email",
            "g@example.org");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.errorLines())
        .containsExactly(
            "meetwright: This event type asks \"Why?\", which needs an answer; give it with"
                + " --answer \"Why?=...\".");
    assertThat(
            run(
                    "book",
                    "ada/asking",
                    "2026-03-03T09:00:00Z",
                    "--name",
                    "G",
                    "--email",
                    "g@example.org",
                    "--answer",
                    "Why?=Because",
                    "--json")
                .json()
                .get("answers")
                .toString())
        .contains("Because");
  }

  @Test
  void printsTheBookingAsTheApiDoes() {
    JsonNode booking =
        run(
                "--json",
                "book",
                "ada/intro",
                "2026-03-03T09:00:00Z",
                "--name",
                "Grace Hopper",
                "--email",
                "grace@example.org",
                "--zone",
                "America/New_York")
            .json();

    assertThat(booking.propertyNames())
        .contains(
            "id",
            "status",
            "start",
            "end",
            "eventType",
            "hosts",
            "invitee",
            "guests",
            "answers",
            "notes",
            "location",
            "version",
            "manageUrl",
            "calendarUid",
            "createdAt");
    assertThat(booking.get("start").stringValue()).isEqualTo("2026-03-03T09:00:00Z");
    assertThat(booking.at("/invitee/timeZone").stringValue()).isEqualTo("America/New_York");
    assertThat(booking.get("manageUrl").stringValue()).startsWith("http://127.0.0.1:8080/b/");
    assertThat(run("bookings", "--json").json().at("/bookings/0")).isEqualTo(booking);
  }

  @Test
  void listsBookingsInColumns() {
    String first = book("2026-03-03T09:00:00Z", "grace@example.org").out().strip();
    String second = book("2026-03-30T08:00:00Z", "alan@example.org").out().strip();
    cancel(second);

    CommandLineRun run = run("bookings");

    assertThat(run.exit()).isZero();
    assertThat(run.lines())
        .containsExactly(
            first + "  2026-03-03T09:00:00Z       confirmed  ada/intro  G <grace@example.org>",
            second + "  2026-03-30T09:00:00+01:00  cancelled  ada/intro  G <alan@example.org>");
    assertThat(run("bookings", "ada").lines()).hasSize(2);
    assertThat(run("bookings", "--status", "cancelled").lines())
        .singleElement()
        .asString()
        .startsWith(second);
    assertThat(run("bookings", "--to", "2026-03-03").lines()).hasSize(1);
    assertThat(run("bookings", "--from", "2026-03-04", "--to", "2026-03-29").lines()).isEmpty();
    assertThat(run("bookings", "--from", "2026-03-30", "--to", "2026-03-30").lines()).hasSize(1);
    assertThat(run("bookings", "bob").exit()).isEqualTo(1);
  }

  @Test
  void explainsWhyATimeCannotBeBookedAReasonALine() {
    CommandLineRun run = run("explain", "ada/intro", "2026-03-02T12:30:00Z");

    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.lines())
        .containsExactly(
            "minimum_notice  Meetings are booked at least 120 minutes ahead. "
                + " {\"minimumNoticeMinutes\":120}",
            "off_grid        Meetings start every 60 minutes from 09:00.     "
                + " {\"from\":\"2026-03-02T09:00:00Z\",\"host\":\"ada\",\"stepMinutes\":60}");
  }

  @Test
  void saysPlainlyThatATimeIsOffered() {
    CommandLineRun run = run("explain", "ada/intro", "2026-03-03T09:00:00Z");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.errorLines())
        .containsExactly("ada/intro is offered at 2026-03-03T09:00:00Z: no rule is against it.");
  }

  @Test
  void explainsAsTheApiDoes() {
    assertThat(run("explain", "ada/intro", "2026-03-03T09:00:00Z", "--json").json().toString())
        .isEqualTo("{\"offered\":true,\"reasons\":[]}");
    JsonNode taken = run("explain", "ada/intro", "2026-03-07T09:00:00Z", "--json").json();
    assertThat(taken.at("/offered").booleanValue()).isFalse();
    assertThat(taken.at("/reasons/0/code").stringValue()).isEqualTo("outside_schedule");
    assertThat(taken.at("/reasons/0").propertyNames()).containsExactly("code", "message", "detail");
    assertThat(run("explain", "ada/intro", "noon").exit()).isEqualTo(2);
    assertThat(run("explain", "ada/other", "2026-03-03T09:00:00Z").exit()).isEqualTo(1);
  }

  @Test
  void explainsAbsencesAndHolidays() {
    try (Core core = core()) {
      UUID ada = core.hosts().find("ada").orElseThrow().id();
      Schedule old = core.schedules().list(ada).getFirst();
      core.schedules()
          .replace(
              new Schedule(
                  old.id(),
                  ada,
                  old.name(),
                  old.timeZone(),
                  true,
                  old.weeklyHours(),
                  List.of(),
                  new Away(PublicHolidays.of("GB", "ENG", List.of()), List.of())));
      LocalDate day = LocalDate.parse("2026-03-04");
      core.absences()
          .add(new Absence(UUID.randomUUID(), ada, new Span.Dates(day, day), "At sea", null));
    }
    assertThat(run("explain", "ada/intro", "2026-03-04T09:00:00Z").out())
        .startsWith("absence  The host is absent.")
        .contains("\"note\":\"At sea\"", "\"start\":\"2026-03-04T00:00:00Z\"");
    assertThat(run("explain", "ada/intro", "2026-04-03T09:00:00Z").out())
        .startsWith("holiday  Good Friday is a public holiday.")
        .contains("\"date\":\"2026-04-03\"");
    assertThat(run("slots", "ada/intro", "--from", "2026-03-04", "--to", "2026-03-04").out())
        .isEmpty();
  }

  @Test
  void takesATeamsHandleForAHosts() {
    addTeam();

    assertThat(run("slots", "duo/demo", "--from", "2026-03-03", "--to", "2026-03-03").lines())
        .hasSize(16)
        .startsWith("2026-03-03T09:00:00Z");
    CommandLineRun booked = bookAt("duo/demo", "2026-03-03T09:00:00Z", "grace@example.org");
    assertThat(booked.exit()).isZero();
    assertThat(bookAt("duo/demo", "2026-03-03T09:00:00Z", "alan@example.org").exit()).isZero();
    assertThat(bookAt("duo/demo", "2026-03-03T09:00:00Z", "late@example.org").exit()).isEqualTo(1);
    assertThat(run("bookings", "duo").lines())
        .hasSize(2)
        .allMatch(line -> line.contains("  duo/demo  "));
    assertThat(run("bookings", "ada").lines()).hasSize(1);
    assertThat(run("explain", "duo/demo", "2026-03-03T09:00:00Z").lines()).hasSize(2);
    assertThat(run("slots", "duo/other").errorLines())
        .containsExactly("meetwright: duo has no event type \"other\"; there is demo.");
  }

  @Test
  void tellsHowManySeatsAreLeft() {
    addEventType(group -> group.slug("group").seats(3));
    bookAt("ada/group", "2026-03-03T09:00:00Z", "grace@example.org");

    JsonNode slots =
        run("slots", "ada/group", "--from", "2026-03-03", "--to", "2026-03-03", "--json").json();

    assertThat(slots.at("/slots/0/seatsLeft").intValue()).isEqualTo(2);
    assertThat(slots.at("/slots/1/seatsLeft").intValue()).isEqualTo(3);
  }

  private void addTeam() {
    run("host", "add", "bea", "--name", "Bea", "--email", "bea@example.org", "--zone", "UTC");
    UUID team = UUID.randomUUID();
    try (Core core = core()) {
      UUID ada = core.hosts().find("ada").orElseThrow().id();
      UUID bea = core.hosts().find("bea").orElseThrow().id();
      List<TeamMember> members = List.of(new TeamMember(ada, 1, 0), new TeamMember(bea, 1, 0));
      core.teams().add(new Team(team, ada, new Handle("duo"), "Duo", members));
    }
    addEventType(demo -> demo.slug("demo").assignment(new Assignment.RoundRobin(team)));
  }

  private CommandLineRun book(String start, String email) {
    return bookAt("ada/intro", start, email);
  }

  private CommandLineRun bookAt(String address, String start, String email) {
    return run("book", address, start, "--name", "G", "--email", email);
  }

  private void cancel(String id) {
    try (Core core = core()) {
      core.bookingDesk().cancel(UUID.fromString(id), new Change(Actor.ADMIN, null, null, ""));
    }
  }

  private void addEventType(UnaryOperator<EventTypeBuilder> change) {
    try (Core core = core()) {
      UUID ada = core.hosts().find("ada").orElseThrow().id();
      core.eventTypes().add(change.apply(new EventTypeBuilder(ada)).build());
    }
  }

  private Core core() {
    return Core.on(Database.open(TestDatabase.h2In(home)), InstantSource.fixed(CommandLineRun.NOW));
  }

  private CommandLineRun run(String... arguments) {
    return CommandLineRun.in(home, arguments);
  }
}
