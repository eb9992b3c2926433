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

/// `import easyappointments`, as users run it.
final class ImportEasyAppointmentsTest {
  @TempDir Path temp;

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

      Run tried = ImportRuns.api(program, "easyappointments", easy, "t", "--dry-run");
      assertThat(tried.exit()).as(tried.err()).isEqualTo(3);
      assertThat(ImportRuns.count(tried, "/created/booking")).isEqualTo(2);
      assertThat(program.run("bookings").done().out()).isEmpty();

      Run first =
          ImportRuns.files(
              program,
              "easyappointments",
              "appointments.json",
              "providers.json",
              "services.json",
              "customers.json");
      assertThat(first.exit()).isEqualTo(3);
      assertThat(ImportRuns.count(first, "/created/booking")).isEqualTo(2);
      // A service that is not told, an appointment over another, and a customer without an address.
      assertThat(first.json().at("/leftOut")).hasSize(3);
      assertThat(first.json().at("/leftOut").toString())
          .contains(
              "service is in none of the files", "overlaps the meeting Haircut", "e-mail address");
      assertThat(
              ImportRuns.booking(program, "bob@example.com", "confirmed").at("/start").asString())
          .isEqualTo("2099-03-02T08:30:00Z");
      ImportRuns.booking(program, "bob@example.com", "cancelled");
      assertThat(program.run("schedule", "show", "ada-lovelace").done().out())
          .contains("09:00-11:20", "11:30-14:30", "15:00-18:00", "2099-03-09");

      ImportRuns.changesNothing(
          program,
          () -> ImportRuns.madeNothing(ImportRuns.api(program, "easyappointments", easy, "t")));

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
}
