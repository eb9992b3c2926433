package org.meetwright.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.cli.built.BuiltProgram;
import org.meetwright.cli.built.Run;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.TestDatabase;
import tools.jackson.databind.JsonNode;

/// `import calendly`, `alias list` and `alias remove`, as users run them.
final class ImportCalendlyTest {
  private static final String TOKEN = "calendly-token";

  @TempDir Path temp;

  private static List<String> fixtures() {
    return Stream.of(
            "invitees_V4.json",
            "me.json",
            "event_types_1.json",
            "event_types_2.json",
            "schedules.json",
            "events.json",
            "invitees_V1.json",
            "invitees_V2.json",
            "invitees_V3.json")
        .map(name -> ServiceDouble.file("calendly", name))
        .toList();
  }

  private static Run imported(BuiltProgram program, String... more) {
    List<String> words = new ArrayList<>(List.of("import", "calendly"));
    words.addAll(fixtures());
    words.addAll(List.of(more));
    return program.run(words.toArray(String[]::new));
  }

  private static ServiceDouble calendly() {
    ServiceDouble calendly =
        new ServiceDouble("calendly", "Bearer " + TOKEN)
            .on("/users/me", "me.json")
            .on("/event_types", "page_token=T2", "event_types_2.json")
            .on("/event_types", "event_types_1.json")
            .on("/user_availability_schedules", "schedules.json");
    for (String event : List.of("V1", "V2", "V3", "V4")) {
      calendly.on("/scheduled_events/" + event + "/invitees", "invitees_" + event + ".json");
    }
    return calendly.on("/scheduled_events", "events.json");
  }

  @ParameterizedTest
  @EachDatabase
  void importsFilesOnce(DatabaseKind kind) {
    try (TestDatabase database = TestDatabase.create(kind)) {
      BuiltProgram program = BuiltProgram.on(database);

      Run tried = imported(program, "--dry-run", "--json");
      assertThat(tried.exit()).as(tried.err()).isEqualTo(3);
      assertThat(tried.json().at("/created/booking").asInt()).isEqualTo(6);
      assertThat(program.run("host", "list").done().out()).isEmpty();

      Run first = imported(program);
      assertThat(first.exit()).isEqualTo(3);
      assertThat(first.out())
          .contains(
              "hosts          1 created", "event types    2 created", "bookings       6 created")
          .contains("left out  event type Sales: is met by a team (round_robin)")
          .contains("differs  event type Workshop: Calendly does not tell buffers")
          .contains("zoom_conference cannot be offered here");
      assertThat(first.err()).contains("One thing was left out");
      looksAsAtCalendly(program);

      Run again = imported(program, "--json");
      assertThat(again.exit()).isEqualTo(3);
      assertThat(again.json().at("/created"))
          .allSatisfy(count -> assertThat(count.asInt()).isZero());
      assertThat(again.json().at("/there/booking").asInt()).isEqualTo(6);
      looksAsAtCalendly(program);
    }
  }

  private static void looksAsAtCalendly(BuiltProgram program) {
    assertThat(program.run("host", "list").done().out()).contains("ada-lovelace");
    JsonNode type = program.run("--json", "event-type", "show", "ada-lovelace/30min").done().json();
    assertThat(type.at("/durationMinutes").asInt()).isEqualTo(30);
    assertThat(type.at("/questions/0/label").asString()).isEqualTo("What is it about?");
    assertThat(type.at("/questions")).hasSize(2);
    assertThat(program.run("schedule", "show", "ada-lovelace").done().out())
        .contains("10:00-12:00", "13:00-16:00", "2099-03-02");
    assertThat(
            program
                .run("slots", "ada-lovelace/30min", "--from", "2099-03-02", "--to", "2099-03-02")
                .exit())
        .isZero();

    JsonNode bookings = program.run("--json", "export", "json").done().json().path("bookings");
    assertThat(bookings).hasSize(6);
    JsonNode bob = withEmail(bookings, "bob@example.com", "confirmed");
    assertThat(bob.at("/start").asString()).startsWith("2099-03-02T");
    assertThat(bob.at("/answers")).hasSize(2);
    assertThat(bob.at("/notes").asString()).isEqualTo("An old question: An old answer");
    assertThat(bob.at("/metadata/importedFrom").asString()).isEqualTo("calendly");
    assertThat(withEmail(bookings, "flo@example.com", "confirmed").at("/noShow").asBoolean())
        .isTrue();
    withEmail(bookings, "eve@example.com", "cancelled");
    withEmail(bookings, "bob@example.com", "cancelled");

    // Two reminders for each of three meetings to come: of Bob to invitee, host and guest, of Cy
    // and
    // Di to invitee and host. Nobody is told that anything was booked.
    assertThat(
            program
                .run("outbox", "list", "--json", "--limit", "200")
                .done()
                .json()
                .findValuesAsString("state"))
        .hasSize(14);
  }

  private static JsonNode withEmail(JsonNode bookings, String email, String status) {
    for (JsonNode booking : bookings) {
      if (booking.at("/invitee/email").asString().equals(email)
          && booking.at("/status").asString().equals(status)) {
        return booking;
      }
    }
    throw new AssertionError("No " + status + " booking of " + email + ": " + bookings);
  }

  @ParameterizedTest
  @EachDatabase
  void asksTheApiPageByPage(DatabaseKind kind) throws Exception {
    try (TestDatabase database = TestDatabase.create(kind);
        ServiceDouble calendly = calendly()) {
      BuiltProgram program = BuiltProgram.on(database);
      program
          .run("host add ada --name Ada --email ADA@example.org --zone UTC".split(" ", -1))
          .done();
      Path token = Files.writeString(temp.resolve("token"), TOKEN + "\n");

      Run wrong =
          program
              .reading("another\n")
              .run("import", "calendly", "--url", calendly.url(), "--token-file", "-");
      assertThat(wrong.exit()).isEqualTo(1);
      assertThat(wrong.err()).contains("refuses the token (401)").doesNotContain("another\n");
      assertThat(program.run("event-type", "list", "ada").done().out()).isEmpty();

      Run run =
          program.run(
              "--json",
              "import",
              "calendly",
              "--url",
              calendly.url(),
              "--token-file",
              token.toString());
      assertThat(run.exit()).as(run.err()).isEqualTo(3);
      assertThat(run.json().at("/created/host").asInt()).isZero();
      assertThat(run.json().at("/created/booking").asInt()).isEqualTo(6);
      assertThat(calendly.asked()).anySatisfy(uri -> assertThat(uri).contains("page_token=T2"));

      // ada had a schedule, which stays; and the old addresses are others than hers.
      assertThat(program.run("schedule", "show", "ada").done().out()).contains("09:00-17:00");
      assertThat(program.run("alias", "list").done().lines())
          .containsExactly(
              "ada-lovelace             ada",
              "ada-lovelace/30min       ada/30min",
              "ada-lovelace/workshop_2  ada/workshop-2");
      program.run("alias", "remove", "/ada-lovelace/30min").done();
      assertThat(program.run("alias", "list").done().lines()).hasSize(2);
      assertThat(program.run("alias", "remove", "ada-lovelace/30min").exit()).isEqualTo(1);

      // What stands in the way of a meeting is not booked over.
      Run moved =
          program.run(
              "book",
              "ada/workshop-2",
              "2099-03-02T10:00:00Z",
              "--name",
              "Gus",
              "--email",
              "gus@example.com");
      assertThat(moved.exit()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EachDatabase
  void refusesAsAWholeWhatItCannotRead(DatabaseKind kind) throws Exception {
    try (TestDatabase database = TestDatabase.create(kind)) {
      BuiltProgram program = BuiltProgram.on(database);
      String me = ServiceDouble.file("calendly", "me.json");
      String types =
          Files.readString(Path.of(ServiceDouble.file("calendly", "event_types_1.json")));
      Path broken = Files.writeString(temp.resolve("broken.json"), types.substring(0, 700));
      Path other = Files.writeString(temp.resolve("other.json"), "{\"data\": []}");
      Path wrong =
          Files.writeString(
              temp.resolve("wrong.json"),
              types.replace("\"duration\": 30", "\"duration\": \"long\""));

      assertThat(program.run("import", "calendly", me, broken.toString()).errorLines())
          .singleElement()
          .asString()
          .contains("broken.json is no JSON, or breaks off, at line ", "Nothing was imported");
      assertThat(program.run("import", "calendly", me, other.toString()).errorLines())
          .singleElement()
          .asString()
          .contains("other.json is no answer of Calendly: it has neither collection nor resource");
      Run named = program.run("import", "calendly", me, wrong.toString());
      assertThat(named.exit()).isEqualTo(1);
      assertThat(named.err())
          .contains("collection[0].duration must be a whole number, not \"long\"");
      assertThat(program.run("import", "calendly", "gone.json").exit()).isEqualTo(1);
      assertThat(program.run("import", "calendly").errorLines())
          .singleElement()
          .asString()
          .contains("Name files that you downloaded, or give the service's token");
      assertThat(program.run("host", "list").done().out()).isEmpty();
    }
  }
}
