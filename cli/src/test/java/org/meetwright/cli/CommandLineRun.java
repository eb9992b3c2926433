package org.meetwright.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.meetwright.cli.program.Terminal;
import org.meetwright.cli.screen.TerminalScreen;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a command did.
record CommandLineRun(int exit, String out, String err) {
  /// Monday noon in London.
  static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

  static CommandLineRun of(Map<String, String> environment, String... arguments) {
    return reading("", environment, arguments);
  }

  /// Runs a command with something on standard input.
  static CommandLineRun reading(
      String input, Map<String, String> environment, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        MeetwrightCli.run(
            arguments,
            environment,
            new Terminal(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                TerminalScreen.NONE),
            InstantSource.fixed(NOW));
    return new CommandLineRun(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /// Runs a command in a data directory.
  static CommandLineRun in(Path home, String... arguments) {
    return of(Map.of("MEETWRIGHT_HOME", home.toString()), arguments);
  }

  /// Runs a command in a data directory, with variables: name, value, name, value.
  static CommandLineRun in(Path home, List<String> variables, String... arguments) {
    return of(environment(home, variables), arguments);
  }

  /// Returns the environment of a data directory, with variables: name, value, name, value.
  static Map<String, String> environment(Path home, List<String> variables) {
    Map<String, String> environment = new HashMap<>();
    environment.put("MEETWRIGHT_HOME", home.toString());
    for (int i = 0; i < variables.size(); i += 2) {
      environment.put(variables.get(i), variables.get(i + 1));
    }
    return environment;
  }

  /// Adds the host `ada` in London.
  static void addAda(Path home, String... more) {
    String[] arguments =
        Stream.concat(
                Stream.of("host", "add", "ada", "--name", "Ada Lovelace"),
                Stream.concat(
                    Stream.of("--email", "ada@example.org", "--zone", "Europe/London"),
                    Arrays.stream(more)))
            .toArray(String[]::new);
    CommandLineRun run = in(home, arguments);
    if (run.exit != 0) {
      throw new AssertionError(run);
    }
  }

  List<String> lines() {
    return out.lines().toList();
  }

  List<String> errorLines() {
    return err.lines().toList();
  }

  JsonNode json() {
    return JsonMapper.shared().readTree(out);
  }
}
