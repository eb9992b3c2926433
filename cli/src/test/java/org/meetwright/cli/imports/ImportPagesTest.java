package org.meetwright.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.cli.built.BuiltProgram;
import org.meetwright.cli.built.Run;
import org.meetwright.cli.imports.ServiceDouble.Answer;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.TestDatabase;

/// More than a page of bookings, from services that answer at most a hundred at once.
final class ImportPagesTest {
  private static final int PAGE = 100;
  private static final Instant FIRST = Instant.parse("2099-03-02T09:00:00Z");

  @TempDir Path home;

  /// Four meetings a day, an hour each.
  private static Instant start(int number) {
    return FIRST.plusSeconds(number / 4 * 86_400L + number % 4 * 3_600L);
  }

  private static String list(
      int numbers, IntPredicate wanted, int skip, int most, IntFunction<String> one) {
    return IntStream.range(0, numbers)
        .filter(wanted)
        .skip(skip)
        .limit(most)
        .mapToObj(one)
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String ofCalCom(int number) {
    return """
    {"id": %1$d, "uid": "uid-%1$d", "status": "accepted", "start": "%2$s", "end": "%3$s",
     "eventTypeId": 11, "hosts": [{"id": 7, "email": "ada@example.org", "username": "ada"}],
     "attendees": [{"name": "N", "email": "n%1$d@example.com", "timeZone": "UTC"}]}
    """
        .formatted(number, start(number), start(number).plusSeconds(900));
  }

  /// @param most how many bookings it answers, whatever is asked for
  private static ServiceDouble calcom(int bookings, int most) {
    return new ServiceDouble("calcom", "Bearer t")
        .on("/v2/me", "me.json")
        .on("/v2/schedules", "schedules.json")
        .on("/v2/event-types", "event-types.json")
        .answering(
            "/v2/bookings",
            uri -> {
              int skip = Integer.parseInt(ServiceDouble.parameter(uri, "skip"));
              int take = Math.min(most, Integer.parseInt(ServiceDouble.parameter(uri, "take")));
              return Answer.of(
                  "{\"status\": \"success\", \"data\": %s, \"pagination\": {\"hasNextPage\": %s}}"
                      .formatted(
                          list(bookings, _ -> true, skip, take, ImportPagesTest::ofCalCom),
                          skip + take < bookings));
            });
  }

  @ParameterizedTest
  @EachDatabase
  void asksCalComForEachPage(DatabaseKind kind) {
    try (TestDatabase database = TestDatabase.create(kind);
        ServiceDouble calcom = calcom(2 * PAGE + 1, PAGE);
        ServiceDouble sparing = calcom(PAGE, 30)) {
      BuiltProgram program = BuiltProgram.on(database);

      Run tried = ImportRuns.api(program, "calcom", sparing, "t", "--dry-run");
      assertThat(ImportRuns.count(tried, "/created/booking")).as(tried.err()).isEqualTo(PAGE);
      Run all = ImportRuns.api(program, "calcom", calcom, "t");
      assertThat(ImportRuns.count(all, "/created/booking")).as(all.err()).isEqualTo(2 * PAGE + 1);
      assertThat(calcom.asked().stream().filter(uri -> uri.startsWith("/v2/bookings"))).hasSize(3);
      ImportRuns.changesNothing(
          program, () -> ImportRuns.madeNothing(ImportRuns.api(program, "calcom", calcom, "t")));
    }
  }

  private static String ofEasy(int number) {
    DateTimeFormatter local =
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    return """
    {"id": %1$d, "book": "2026-01-05 10:00:00", "start": "%2$s", "end": "%3$s",
     "status": "Booked", "notes": "", "customerId": %1$d, "providerId": 2, "serviceId": 1}
    """
        .formatted(
            number, local.format(start(number)), local.format(start(number).plusSeconds(900)));
  }

  private static String customer(int number) {
    return """
    {"id": %1$d, "firstName": "N", "lastName": "%1$d", "email": "n%1$d@example.com",
     "timezone": "UTC", "language": "english"}
    """
        .formatted(number);
  }

  private static ServiceDouble paged(ServiceDouble on, String what, IntFunction<String> one) {
    return on.answering(
        "/index.php/api/v1/" + what,
        uri -> {
          int length = Integer.parseInt(ServiceDouble.parameter(uri, "length"));
          int page = Integer.parseInt(ServiceDouble.parameter(uri, "page"));
          return Answer.of(list(PAGE + 1, _ -> true, (page - 1) * length, length, one));
        });
  }

  @ParameterizedTest
  @EachDatabase
  void asksEasyAppointmentsForEachPage(DatabaseKind kind) {
    try (TestDatabase database = TestDatabase.create(kind);
        ServiceDouble easy =
            new ServiceDouble("easyappointments", "Bearer t")
                .on("/index.php/api/v1/providers", "providers.json")
                .on("/index.php/api/v1/services", "services.json")) {
      paged(easy, "customers", ImportPagesTest::customer);
      paged(easy, "appointments", ImportPagesTest::ofEasy);
      BuiltProgram program = BuiltProgram.on(database);

      Run all = ImportRuns.api(program, "easyappointments", easy, "t");

      assertThat(ImportRuns.count(all, "/created/booking")).as(all.err()).isEqualTo(PAGE + 1);
      assertThat(
              ImportRuns.booking(program, "n100@example.com", "confirmed").at("/start").asString())
          .as("the customer and the appointment of the second pages")
          .isEqualTo("2099-03-27T08:00:00Z");
      assertThat(easy.asked()).filteredOn(uri -> uri.contains("page=2")).hasSize(2);
    }
  }

  private static String ofAcuity(int number) {
    return """
    {"id": %1$d, "firstName": "N", "lastName": "", "email": "n%1$d@example.com",
     "datetime": "%2$s", "type": "Regular Visit", "appointmentTypeID": 1, "duration": "30",
     "calendar": "Ada Lovelace", "calendarID": 27238, "timezone": "UTC", "forms": []}
    """
        .formatted(number, start(number).toString().replace("Z", "+0000"));
  }

  private static ServiceDouble acuity(int appointments, IntFunction<String> one) {
    return new ServiceDouble("acuity", "Basic dXNlcjprZXk=")
        .on("/calendars", "calendars.json")
        .on("/appointment-types", "types.json")
        .answering(
            "/appointments",
            uri -> {
              LocalDate from = LocalDate.parse(ServiceDouble.parameter(uri, "minDate"));
              boolean canceled = ServiceDouble.parameter(uri, "canceled").equals("true");
              int most = Integer.parseInt(ServiceDouble.parameter(uri, "max"));
              return Answer.of(
                  list(
                      canceled ? 0 : appointments,
                      number -> !start(number).atZone(ZoneOffset.UTC).toLocalDate().isBefore(from),
                      0,
                      most,
                      one));
            });
  }

  @ParameterizedTest
  @EachDatabase
  void asksAcuityFromTheLastDateOn(DatabaseKind kind) {
    try (TestDatabase database = TestDatabase.create(kind);
        ServiceDouble acuity = acuity(PAGE + 11, ImportPagesTest::ofAcuity)) {
      BuiltProgram program = BuiltProgram.on(database);

      Run all = ImportRuns.api(program, "acuity", acuity, "user:key");

      assertThat(ImportRuns.count(all, "/created/booking")).as(all.err()).isEqualTo(PAGE + 11);
      assertThat(ImportRuns.count(all, "/there/booking"))
          .as("those of the date that both answers have")
          .isZero();
      assertThat(acuity.asked()).anySatisfy(uri -> assertThat(uri).contains("minDate=2099-03-26"));
    }
  }

  @Test
  void refusesMoreOfADateThanAcuityTells() {
    try (ServiceDouble acuity =
        acuity(
            2 * PAGE,
            number ->
                ofAcuity(number).replaceFirst("2099-03-\\d\\d|2099-04-\\d\\d", "2099-03-02"))) {
      Run run = ImportRuns.api(BuiltProgram.in(home), "acuity", acuity, "user:key");
      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.err())
          .contains("more than 100 appointments on 2099-03-02", "Nothing was imported");
    }
  }
}
