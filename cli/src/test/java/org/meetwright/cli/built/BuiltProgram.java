package org.meetwright.cli.built;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.meetwright.core.Patience;
import org.meetwright.core.database.TestDatabase;

/// The program as users run it: a process of its own, with arguments, standard input, an
/// environment and a data directory. Nothing of the tests' own environment that is Meetwright's
/// reaches it. It has the real time, and no terminal unless it is run [#onTerminal].
///
/// @param environment what is added to the environment of this JVM
/// @param input what is on standard input
public record BuiltProgram(Map<String, String> environment, String input) {
  /// Creates the program.
  public BuiltProgram {
    environment = Map.copyOf(environment);
  }

  /// Returns the program on the H2 database of a data directory, which need not exist.
  public static BuiltProgram in(Path home) {
    return new BuiltProgram(Map.of("MEETWRIGHT_HOME", home.toString()), "");
  }

  /// Returns the program on a database. Its data directory is that of the database.
  public static BuiltProgram on(TestDatabase database) {
    return in(database.home()).with("MEETWRIGHT_DATABASE_URL", database.settings().url());
  }

  /// Returns it with one more variable in its environment.
  public BuiltProgram with(String variable, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(variable, value);
    return new BuiltProgram(more, input);
  }

  /// Returns it with something else on standard input.
  public BuiltProgram reading(String text) {
    return new BuiltProgram(environment, text);
  }

  private String options() {
    return environment.getOrDefault("MEETWRIGHT_JAVA_OPTIONS", "");
  }

  /// Runs it to its end.
  public Run run(String... arguments) {
    List<String> command = new ArrayList<>(ProgramFiles.get().command(options()));
    command.addAll(List.of(arguments));
    return run(command);
  }

  /// Runs it to its end on a terminal of Linux, where nobody types.
  ///
  /// @param columns how wide the terminal is
  public Run onTerminal(int columns, String... arguments) {
    try (TerminalSession session = atTerminal(columns, arguments)) {
      return session.leave().ended();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /// Starts it on a terminal of Linux, which the program `script` makes.
  ///
  /// @param columns how wide the terminal is
  public TerminalSession atTerminal(int columns, String... arguments) throws IOException {
    List<String> words = new ArrayList<>(ProgramFiles.get().command(options()));
    words.addAll(List.of(arguments));
    return onTerminal(columns, words);
  }

  /// Starts another program on a terminal of Linux.
  public TerminalSession otherAtTerminal(String... words) throws IOException {
    return onTerminal(80, List.of(words));
  }

  private TerminalSession onTerminal(int columns, List<String> words) throws IOException {
    String line =
        "stty cols "
            + columns
            + "; exec "
            + words.stream().map(BuiltProgram::quoted).collect(Collectors.joining(" "));
    // Where the tests themselves are not to be interrupted, the program still is.
    return new TerminalSession(
        with("SHELL", "/bin/sh")
            .start(List.of("env", "--default-signal", "script", "-qec", line, "/dev/null")));
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  private Run run(List<String> command) {
    try {
      Process process = start(command);
      CompletableFuture<String> out = text(process.getInputStream());
      CompletableFuture<String> err = text(process.getErrorStream());
      try (OutputStream in = process.getOutputStream()) {
        in.write(input.getBytes(StandardCharsets.UTF_8));
      } catch (IOException notRead) {
        // It ended without reading it all.
      }
      if (!process.waitFor(Patience.SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("It does not end: " + out.join() + err.join());
      }
      return new Run(process.exitValue(), out.join(), err.join());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /// Starts it; whoever does so ends it.
  public Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(ProgramFiles.get().command(options()));
    command.addAll(List.of(arguments));
    return start(command);
  }

  private Process start(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> variables = builder.environment();
    variables.keySet().removeIf(name -> name.startsWith("MEETWRIGHT_") || name.equals("NO_COLOR"));
    variables.put("LC_ALL", "C.UTF-8");
    variables.put("TERM", "xterm");
    variables.putAll(environment);
    return builder.start();
  }

  private static CompletableFuture<String> text(InputStream stream) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          }
        },
        task -> Thread.ofVirtual().start(task));
  }
}
