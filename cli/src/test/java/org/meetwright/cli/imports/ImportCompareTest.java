package org.meetwright.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.cli.built.BuiltProgram;
import org.meetwright.cli.built.Run;
import org.meetwright.cli.imports.ServiceDouble.Answer;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.TestDatabase;

/// `import compare`, for each service that can be asked for its slots. Each of them lacks the first
/// time that is free here, and has one more in the night.
final class ImportCompareTest {
  @TempDir Path temp;

  /// What is asked of all of them.
  ///
  /// @param from the first of ten dates
  private record Question(String address, LocalDate from, ZoneId zone) {
    private String[] words(String... more) {
      return words(List.of("--json", "import", "compare", address, dates(), until()), more);
    }

    private String dates() {
      return "--from=" + from;
    }

    private String until() {
      return "--to=" + from.plusDays(9);
    }

    private static String[] words(List<String> first, String... more) {
      List<String> all = new ArrayList<>(first);
      all.addAll(List.of(more));
      return all.toArray(String[]::new);
    }

    private Instant night() {
      return from.plusDays(1).atTime(3, 0).atZone(zone).toInstant();
    }
  }

  private static SortedSet<Instant> here(BuiltProgram program, Question question) {
    program.run("event-type", "edit", question.address(), "--window", "unlimited").done();
    return program
        .run("slots", question.address(), question.dates(), question.until())
        .done()
        .lines()
        .stream()
        .map(line -> OffsetDateTime.parse(line).toInstant())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Compares what is asked now, and the same as a file.
  private Run compares(
      BuiltProgram program, Question question, ServiceDouble service, String token, String saved)
      throws Exception {
    SortedSet<Instant> here = here(program, question);
    assertThat(here).as("there is something to compare").hasSizeGreaterThan(2);
    Run asked =
        program
            .reading(token + "\n")
            .run(question.words("--url", service.url(), "--token-file", "-"));

    assertThat(asked.exit()).as(asked.err()).isEqualTo(1);
    assertThat(asked.err())
        .contains(", 1 only there, 1 only here; ask why not: meetwright explain");
    assertThat(asked.json().at("/same").asInt()).isEqualTo(here.size() - 1);
    assertThat(instants(asked, "onlyThere")).containsExactly(question.night());
    assertThat(instants(asked, "onlyHere")).containsExactly(here.first());
    Path file = Files.writeString(temp.resolve("saved.json"), saved);
    assertThat(program.run(question.words(file.toString())).out()).isEqualTo(asked.out());
    return asked;
  }

  private static List<Instant> instants(Run run, String key) {
    return run.json()
        .get(key)
        .valueStream()
        .map(value -> OffsetDateTime.parse(value.asString()).toInstant())
        .toList();
  }

  /// Returns the times that a service has between two instants.
  private static String there(
      SortedSet<Instant> here,
      Question question,
      Instant from,
      Instant until,
      Function<Instant, String> one) {
    SortedSet<Instant> there = new TreeSet<>(here);
    there.remove(here.first());
    there.add(question.night());
    return there.subSet(from, until).stream().map(one).collect(Collectors.joining(",", "[", "]"));
  }

  private static String at(Instant start, String pattern, ZoneId zone) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(zone).format(start);
  }

  @ParameterizedTest
  @EachDatabase
  void asksCalendlyWeekByWeek(DatabaseKind kind) throws Exception {
    try (TestDatabase database = TestDatabase.create(kind);
        ServiceDouble calendly = new ServiceDouble("calendly", "Bearer t")) {
      BuiltProgram program = BuiltProgram.on(database);
      ImportRuns.files(program, "calendly", "me.json", "event_types_1.json", "schedules.json");
      Question question =
          new Question(
              "ada-lovelace/30min", LocalDate.parse("2099-03-10"), ZoneId.of("Europe/London"));
      SortedSet<Instant> here = here(program, question);
      Function<Instant, String> slot =
          start ->
              """
              {"status": "available", "invitees_remaining": 1, "start_time": "%s"}
              """
                  .formatted(start);
      Function<String, String> answer =
          uri ->
              "{\"collection\": "
                  + there(
                      here,
                      question,
                      Instant.parse(ServiceDouble.parameter(uri, "start_time")),
                      Instant.parse(ServiceDouble.parameter(uri, "end_time")),
                      slot)
                  + "}";
      calendly.answering(
          "/event_type_available_times?event_type=https%3A%2F%2Fapi.calendly.com%2Fevent_types%2FE1&",
          uri -> Answer.of(answer.apply(uri)));

      compares(
          program,
          question,
          calendly,
          "t",
          "{\"collection\": " + there(here, question, Instant.MIN, Instant.MAX, slot) + "}");

      assertThat(calendly.asked())
          .as("a week at most is answered at once")
          .hasSize(2)
          .allSatisfy(
              uri ->
                  assertThat(
                          Duration.between(
                              Instant.parse(ServiceDouble.parameter(uri, "start_time")),
                              Instant.parse(ServiceDouble.parameter(uri, "end_time"))))
                      .isLessThanOrEqualTo(Duration.ofDays(7)));
    }
  }

  @ParameterizedTest
  @EachDatabase
  void asksCalCom(DatabaseKind kind) throws Exception {
    try (TestDatabase database = TestDatabase.create(kind);
        ServiceDouble calcom = new ServiceDouble("calcom", "Bearer t")) {
      BuiltProgram program = BuiltProgram.on(database);
      ImportRuns.files(program, "calcom", "me.json", "event-types.json", "schedules.json");
      Question question =
          new Question("ada/class", LocalDate.parse("2099-03-03"), ZoneId.of("Europe/London"));
      SortedSet<Instant> here = here(program, question);
      String all =
          "{\"status\": \"success\", \"data\": {\"2099-03-03\": "
              + there(
                  here,
                  question,
                  Instant.MIN,
                  Instant.MAX,
                  start -> "{\"start\": \"" + start + "\"}")
              + "}}";
      calcom.answering(
          "/v2/slots?eventTypeId=12&start=2099-03-03&end=2099-03-12&timeZone=Europe%2FLondon",
          _ -> Answer.of(all));

      compares(program, question, calcom, "t", all);
      assertThat(
              program
                  .run("import", "compare", "ada/class", "--from=2099-03-09", "--to=2099-06-10")
                  .err())
          .contains("--to");
    }
  }

  @ParameterizedTest
  @EachDatabase
  void asksEasyAppointmentsForEachDate(DatabaseKind kind) throws Exception {
    try (TestDatabase database = TestDatabase.create(kind);
        ServiceDouble easy = new ServiceDouble("easyappointments", "Bearer t")) {
      BuiltProgram program = BuiltProgram.on(database);
      ImportRuns.files(program, "easyappointments", "providers.json", "services.json");
      ZoneId zone = ZoneId.of("Europe/Berlin");
      // Mondays alone are open, of which one is closed and one is short.
      Question question =
          new Question("ada-lovelace/haircut-wash", LocalDate.parse("2099-03-02"), zone);
      SortedSet<Instant> here = here(program, question);
      Function<LocalDate, String> times =
          date ->
              there(
                  here,
                  question,
                  date.atStartOfDay(zone).toInstant(),
                  date.plusDays(1).atStartOfDay(zone).toInstant(),
                  start -> '"' + at(start, "HH:mm", zone) + '"');
      easy.answering(
          "/index.php/api/v1/availabilities?providerId=2&serviceId=1&",
          uri -> Answer.of(times.apply(LocalDate.parse(ServiceDouble.parameter(uri, "date")))));

      String saved =
          question
              .from()
              .datesUntil(question.from().plusDays(10))
              .map(date -> "\"" + date + "\": " + times.apply(date))
              .collect(Collectors.joining(",", "{", "}"));
      compares(program, question, easy, "t", saved);
      assertThat(easy.asked()).hasSize(10);
    }
  }

  @ParameterizedTest
  @EachDatabase
  void asksAcuityForEachDate(DatabaseKind kind) throws Exception {
    try (TestDatabase database = TestDatabase.create(kind);
        ServiceDouble acuity = new ServiceDouble("acuity", "Basic dXNlcjprZXk=")) {
      BuiltProgram program = BuiltProgram.on(database);
      ImportRuns.files(program, "acuity", "calendars.json", "types.json");
      ZoneId zone = ZoneId.of("America/New_York");
      Question question =
          new Question("ada-lovelace/regular-visit", LocalDate.parse("2099-03-02"), zone);
      SortedSet<Instant> here = here(program, question);
      Function<Instant, String> slot =
          start ->
              "{\"time\": \""
                  + at(start, "uuuu-MM-dd'T'HH:mm:ssxx", zone)
                  + "\", \"slotsAvailable\": 1}";
      acuity.answering(
          "/availability/times?appointmentTypeID=1&calendarID=27238&",
          uri -> {
            LocalDate date = LocalDate.parse(ServiceDouble.parameter(uri, "date"));
            return Answer.of(
                there(
                    here,
                    question,
                    date.atStartOfDay(zone).toInstant(),
                    date.plusDays(1).atStartOfDay(zone).toInstant(),
                    slot));
          });

      compares(
          program,
          question,
          acuity,
          "user:key",
          there(here, question, Instant.MIN, Instant.MAX, slot));
      assertThat(acuity.asked()).hasSize(10);

      Run unknown = program.run("import", "compare", "ada-lovelace/class", "--from=2099-03-02");
      assertThat(unknown.exit()).isEqualTo(1);
    }
  }
}
