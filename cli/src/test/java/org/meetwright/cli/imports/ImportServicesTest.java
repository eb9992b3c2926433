package org.meetwright.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.cli.built.BuiltProgram;
import org.meetwright.cli.built.Run;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.TestDatabase;
import tools.jackson.databind.JsonNode;

/// `import calcom`, `import easyappointments`, `import acuity` and `import compare`, as users run
/// them.
final class ImportServicesTest {
  @TempDir Path temp;

  private static Run files(BuiltProgram program, String service, String... names) {
    List<String> words = new ArrayList<>(List.of("--json", "import", service));
    for (String name : names) {
      words.add(name.startsWith("--") ? name : ServiceDouble.file(service, name));
    }
    return program.run(words.toArray(String[]::new));
  }

  private static int count(Run run, String pointer) {
    return run.json().at(pointer).asInt();
  }

  private static JsonNode booking(BuiltProgram program, String email, String status) {
    for (JsonNode booking : program.run("export", "json").done().json().path("bookings")) {
      if (booking.at("/invitee/email").asString().equals(email)
          && booking.at("/status").asString().equals(status)) {
        return booking;
      }
    }
    throw new AssertionError("No " + status + " booking of " + email);
  }

  @ParameterizedTest
  @EachDatabase
  void importsFromCalCom(DatabaseKind kind) throws Exception {
    try (TestDatabase database = TestDatabase.create(kind);
        ServiceDouble calcom =
            new ServiceDouble("calcom", "Bearer cal_live_1")
                .on("/v2/me", "me.json")
                .on("/v2/schedules", "schedules.json")
                .on("/v2/event-types?username=ada", "event-types.json")
                .on("/v2/bookings", "skip=0", "bookings.json")
                .on("/v2/slots", "eventTypeId=12", "slots.json")) {
      BuiltProgram program = BuiltProgram.on(database);
      Path token = Files.writeString(temp.resolve("token"), "cal_live_1\n");

      Run first =
          program.run(
              "--json",
              "import",
              "calcom",
              "--url",
              calcom.url(),
              "--token-file",
              token.toString());
      assertThat(first.exit()).as(first.err()).isEqualTo(3);
      assertThat(count(first, "/created/host")).isEqualTo(1);
      assertThat(count(first, "/created/schedule")).isEqualTo(2);
      assertThat(count(first, "/created/eventType")).isEqualTo(2);
      assertThat(count(first, "/created/booking")).isEqualTo(6);
      assertThat(count(first, "/created/alias")).isZero();
      assertThat(first.json().at("/leftOut")).hasSize(1);
      assertThat(first.json().at("/differs").toString())
          .contains("limits of minutes", "a limit for a year", "cal-video", "working days");

      JsonNode intro = program.run("--json", "event-type", "show", "ada/intro").done().json();
      assertThat(intro.at("/bufferAfterMinutes").asInt()).isEqualTo(10);
      assertThat(intro.at("/minimumNoticeMinutes").asInt()).isEqualTo(120);
      assertThat(intro.at("/requiresApproval").asBoolean()).isTrue();
      assertThat(intro.at("/questions")).hasSize(2);
      JsonNode bob = booking(program, "bob@example.com", "confirmed");
      assertThat(bob.at("/calendarUid").asString()).isEqualTo("uid-101@Cal.com");
      assertThat(bob.at("/answers")).hasSize(2);
      assertThat(bob.at("/notes").asString()).isEqualTo("Please call\nPhone: +4930123456");
      assertThat(bob.at("/guests/0").asString()).isEqualTo("guest@example.com");
      booking(program, "flo@example.com", "pending");
      assertThat(booking(program, "gus@example.com", "confirmed").at("/noShow").asBoolean())
          .isTrue();

      Run again =
          files(
              program, "calcom", "bookings.json", "event-types.json", "schedules.json", "me.json");
      assertThat(again.exit()).isEqualTo(3);
      assertThat(again.json().at("/created")).allSatisfy(one -> assertThat(one.asInt()).isZero());

      compares(program, calcom, token);
    }
  }

  /// Cy and Di are in the class at 10:00, in which a seat is left.
  private static void compares(BuiltProgram program, ServiceDouble calcom, Path token) {
    String from = "--from=2099-03-09";
    String to = "--to=2099-03-10";
    program.run("event-type", "edit", "ada/class", "--set", "window=unlimited");
    Run asked =
        program.run(
            "--json",
            "import",
            "compare",
            "ada/class",
            from,
            to,
            "--url",
            calcom.url(),
            "--token-file",
            token.toString());
    Run saved =
        program.run(
            "--json",
            "import",
            "compare",
            "ada/class",
            from,
            to,
            ServiceDouble.file("calcom", "slots.json"));

    assertThat(asked.exit()).as(asked.err()).isEqualTo(1);
    assertThat(asked.err()).contains("only there", "only here");
    assertThat(asked.out()).isEqualTo(saved.out());
    assertThat(asked.json().at("/same").asInt() + asked.json().at("/onlyThere").size())
        .isEqualTo(3);
    assertThat(program.run("import", "compare", "ada/class", from, "--to=2099-06-10").exit())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @EachDatabase
  void importsFromEasyAppointments(DatabaseKind kind) throws Exception {
    try (TestDatabase database = TestDatabase.create(kind);
        ServiceDouble easy =
            new ServiceDouble("easyappointments", "Bearer t")
                .on("/index.php/api/v1/providers", "providers.json")
                .on("/index.php/api/v1/services", "services.json")
                .on("/index.php/api/v1/customers", "customers.json")
                .on("/index.php/api/v1/appointments", "appointments.json")) {
      BuiltProgram program = BuiltProgram.on(database);

      Run tried =
          program
              .reading("t\n")
              .run(
                  "--json",
                  "import",
                  "easyappointments",
                  "--url",
                  easy.url() + "/",
                  "--token-file",
                  "-",
                  "--dry-run");
      assertThat(tried.exit()).as(tried.err()).isEqualTo(3);
      assertThat(count(tried, "/created/booking")).isEqualTo(2);
      assertThat(program.run("bookings").done().out()).isEmpty();

      Run first =
          files(
              program,
              "easyappointments",
              "appointments.json",
              "providers.json",
              "services.json",
              "customers.json");
      assertThat(first.exit()).isEqualTo(3);
      assertThat(count(first, "/created/booking")).isEqualTo(2);
      // A service that is not told, an appointment over another, and a customer without an address.
      assertThat(first.json().at("/leftOut")).hasSize(3);
      assertThat(first.json().at("/leftOut").toString())
          .contains(
              "service is in none of the files", "overlaps the meeting Haircut", "e-mail address");
      assertThat(booking(program, "bob@example.com", "confirmed").at("/start").asString())
          .isEqualTo("2099-03-02T08:30:00Z");
      booking(program, "bob@example.com", "cancelled");
      assertThat(program.run("schedule", "show", "ada-lovelace").done().out())
          .contains("09:00-11:20", "11:30-14:30", "15:00-18:00", "2099-03-09");

      String without =
          Files.readString(Path.of(ServiceDouble.file("easyappointments", "providers.json")));
      Path nowhere =
          Files.writeString(
              temp.resolve("p.json"), without.replace("\"timezone\": \"Europe/Berlin\", ", ""));
      Run zone =
          program.run(
              "import",
              "easyappointments",
              nowhere.toString(),
              ServiceDouble.file("easyappointments", "appointments.json"),
              ServiceDouble.file("easyappointments", "customers.json"));
      assertThat(zone.exit()).isEqualTo(1);
      assertThat(zone.err()).contains("say it with --zone ZONE");
      assertThat(program.run("import", "easyappointments").err()).contains("--url");
    }
  }

  @ParameterizedTest
  @EachDatabase
  void importsFromAcuity(DatabaseKind kind) throws Exception {
    try (TestDatabase database = TestDatabase.create(kind);
        ServiceDouble acuity =
            new ServiceDouble("acuity", "Basic dXNlcjprZXk=")
                .on("/calendars", "calendars.json")
                .on("/appointment-types", "types.json")
                .on("/appointments", "appointments.json")) {
      BuiltProgram program = BuiltProgram.on(database);

      Run first =
          program
              .reading("user:key\n")
              .run("--json", "import", "acuity", "--url", acuity.url(), "--token-file", "-");
      assertThat(first.exit()).as(first.err()).isEqualTo(3);
      assertThat(count(first, "/created/host")).isEqualTo(1);
      assertThat(count(first, "/created/booking")).isEqualTo(3);
      assertThat(first.json().at("/leftOut").toString()).contains("Room 2", "--host HANDLE");
      assertThat(first.json().at("/differs").toString()).contains("its event type is not here");

      JsonNode bob = booking(program, "bob@example.com", "confirmed");
      assertThat(bob.at("/start").asString()).isEqualTo("2099-07-02T14:15:00Z");
      assertThat(bob.at("/notes").asString())
          .isEqualTo("Bring papers\nPhone: (212) 555-1234\nWhat is your goal?: To learn");
      assertThat(booking(program, "cy@example.com", "confirmed").at("/noShow").asBoolean())
          .isTrue();
      // It can be seen and cancelled, though its event type is not here.
      String id = booking(program, "di@example.com", "confirmed").at("/id").asString();
      program.run("booking", "cancel", id, "--yes").done();

      Run again = files(program, "acuity", "calendars.json", "types.json", "appointments.json");
      assertThat(again.json().at("/created")).allSatisfy(one -> assertThat(one.asInt()).isZero());
      booking(program, "di@example.com", "cancelled");
    }
  }
}
