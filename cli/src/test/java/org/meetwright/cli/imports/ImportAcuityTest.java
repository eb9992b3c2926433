package org.meetwright.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.cli.built.BuiltProgram;
import org.meetwright.cli.built.Run;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.TestDatabase;
import tools.jackson.databind.JsonNode;

/// `import acuity`, as users run it.
final class ImportAcuityTest {
  @ParameterizedTest
  @EachDatabase
  void importsFromAcuity(DatabaseKind kind) {
    try (TestDatabase database = TestDatabase.create(kind);
        ServiceDouble acuity =
            new ServiceDouble("acuity", "Basic dXNlcjprZXk=")
                .on("/calendars", "calendars.json")
                .on("/appointment-types", "types.json")
                .on("/appointments", "appointments.json")) {
      BuiltProgram program = BuiltProgram.on(database);

      Run first = ImportRuns.api(program, "acuity", acuity, "user:key");
      assertThat(first.exit()).as(first.err()).isEqualTo(3);
      assertThat(ImportRuns.count(first, "/created/host")).isEqualTo(1);
      assertThat(ImportRuns.count(first, "/created/booking")).isEqualTo(3);
      assertThat(first.json().at("/leftOut").toString()).contains("Room 2", "--host HANDLE");
      assertThat(first.json().at("/differs").toString()).contains("its event type is not here");

      JsonNode bob = ImportRuns.booking(program, "bob@example.com", "confirmed");
      assertThat(bob.at("/start").asString()).isEqualTo("2099-07-02T14:15:00Z");
      assertThat(bob.at("/notes").asString())
          .isEqualTo("Bring papers\nPhone: (212) 555-1234\nWhat is your goal?: To learn");
      assertThat(
              ImportRuns.booking(program, "cy@example.com", "confirmed").at("/noShow").asBoolean())
          .isTrue();
      // It can be seen and cancelled, though its event type is not here.
      String id = ImportRuns.booking(program, "di@example.com", "confirmed").at("/id").asString();
      program.run("booking", "cancel", id, "--yes").done();

      ImportRuns.changesNothing(
          program,
          () ->
              ImportRuns.madeNothing(
                  ImportRuns.files(
                      program, "acuity", "calendars.json", "types.json", "appointments.json")));
      ImportRuns.booking(program, "di@example.com", "cancelled");
    }
  }
}
