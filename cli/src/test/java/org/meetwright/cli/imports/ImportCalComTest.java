package org.meetwright.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.cli.built.BuiltProgram;
import org.meetwright.cli.built.Run;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.TestDatabase;
import tools.jackson.databind.JsonNode;

/// `import calcom`, as users run it.
final class ImportCalComTest {
  @ParameterizedTest
  @EachDatabase
  void importsFromCalCom(DatabaseKind kind) {
    try (TestDatabase database = TestDatabase.create(kind);
        ServiceDouble calcom =
            new ServiceDouble("calcom", "Bearer cal_live_1")
                .on("/v2/me", "me.json")
                .on("/v2/schedules", "schedules.json")
                .on("/v2/event-types?username=ada", "event-types.json")
                .on("/v2/bookings", "skip=0", "bookings.json")) {
      BuiltProgram program = BuiltProgram.on(database);

      Run first = ImportRuns.api(program, "calcom", calcom, "cal_live_1");
      assertThat(first.exit()).as(first.err()).isEqualTo(3);
      assertThat(ImportRuns.count(first, "/created/host")).isEqualTo(1);
      assertThat(ImportRuns.count(first, "/created/schedule")).isEqualTo(2);
      assertThat(ImportRuns.count(first, "/created/eventType")).isEqualTo(2);
      assertThat(ImportRuns.count(first, "/created/booking")).isEqualTo(6);
      assertThat(ImportRuns.count(first, "/created/alias")).isZero();
      assertThat(first.json().at("/leftOut")).hasSize(1);
      assertThat(first.json().at("/differs").toString())
          .contains("limits of minutes", "a limit for a year", "cal-video", "working days");

      JsonNode intro = program.run("--json", "event-type", "show", "ada/intro").done().json();
      assertThat(intro.at("/bufferAfterMinutes").asInt()).isEqualTo(10);
      assertThat(intro.at("/minimumNoticeMinutes").asInt()).isEqualTo(120);
      assertThat(intro.at("/requiresApproval").asBoolean()).isTrue();
      assertThat(intro.at("/questions")).hasSize(2);
      JsonNode bob = ImportRuns.booking(program, "bob@example.com", "confirmed");
      assertThat(bob.at("/calendarUid").asString()).isEqualTo("uid-101@Cal.com");
      assertThat(bob.at("/answers")).hasSize(2);
      assertThat(bob.at("/notes").asString()).isEqualTo("Please call\nPhone: +4930123456");
      assertThat(bob.at("/guests/0").asString()).isEqualTo("guest@example.com");
      ImportRuns.booking(program, "flo@example.com", "pending");
      assertThat(
              ImportRuns.booking(program, "gus@example.com", "confirmed").at("/noShow").asBoolean())
          .isTrue();

      ImportRuns.changesNothing(
          program,
          () -> {
            Run again =
                ImportRuns.files(
                    program,
                    "calcom",
                    "bookings.json",
                    "event-types.json",
                    "schedules.json",
                    "me.json");
            assertThat(again.exit()).isEqualTo(3);
            ImportRuns.madeNothing(again);
          });
    }
  }
}
