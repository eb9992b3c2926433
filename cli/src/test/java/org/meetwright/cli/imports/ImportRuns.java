package org.meetwright.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.meetwright.cli.built.BuiltProgram;
import org.meetwright.cli.built.Run;
import tools.jackson.databind.JsonNode;

/// Runs of `import`, and what they left.
final class ImportRuns {
  private ImportRuns() {}

  /// Imports fixtures.
  static Run files(BuiltProgram program, String service, String... names) {
    List<String> words = new ArrayList<>(List.of("--json", "import", service));
    for (String name : names) {
      words.add(ServiceDouble.file(service, name));
    }
    return program.run(words.toArray(String[]::new));
  }

  /// Imports from an API, with the token on standard input.
  static Run api(
      BuiltProgram program, String service, ServiceDouble there, String token, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of("--json", "import", service, "--url", there.url(), "--token-file", "-"));
    words.addAll(List.of(more));
    return program.reading(token + "\n").run(words.toArray(String[]::new));
  }

  /// Returns a number of what was printed.
  static int count(Run run, String pointer) {
    return run.json().at(pointer).asInt();
  }

  /// Returns the only booking of an invitee with a status.
  static JsonNode booking(BuiltProgram program, String email, String status) {
    for (JsonNode booking : bookings(program)) {
      if (booking.at("/invitee/email").asString().equals(email)
          && booking.at("/status").asString().equals(status)) {
        return booking;
      }
    }
    throw new AssertionError("No " + status + " booking of " + email);
  }

  /// Returns all bookings.
  static JsonNode bookings(BuiltProgram program) {
    return program.run("export", "json").done().json().path("bookings");
  }

  /// Asserts that an import that came once comes to nothing.
  static void changesNothing(BuiltProgram program, Runnable again) {
    List<String> before = all(program);
    again.run();
    assertThat(all(program)).isEqualTo(before);
  }

  private static List<String> all(BuiltProgram program) {
    Run hosts = program.run("host", "list", "--json").done();
    List<String> all = new ArrayList<>(List.of(hosts.out()));
    for (String handle : hosts.json().findValuesAsString("handle")) {
      all.add(program.run("event-type", "list", handle, "--json").done().out());
      all.add(program.run("schedule", "show", handle, "--json").done().out());
    }
    all.add(program.run("export", "json").done().out());
    all.add(program.run("alias", "list").done().out());
    all.add(program.run("outbox", "list", "--limit", "500", "--json").done().out());
    return all;
  }

  /// Asserts that an import has made nothing.
  static void madeNothing(Run run) {
    assertThat(run.json().at("/created")).allSatisfy(one -> assertThat(one.asInt()).isZero());
  }
}
