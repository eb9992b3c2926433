package org.meetwright.cli.built;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.meetwright.cli.MeetwrightCli;
import org.meetwright.cli.program.Terminal;
import org.meetwright.cli.screen.TerminalScreen;
import org.meetwright.core.Patience;
import org.meetwright.core.database.TestDatabase;

/// The program as users run it: a process of its own, with arguments, standard input, an
/// environment and a data directory. Nothing of the tests' own environment that is Meetwright's
/// reaches it. It has the real time, and no terminal unless it is run [#onTerminal].
///
/// @param environment what is added to the environment of this JVM
/// @param input what is on standard input
public record BuiltProgram(Map<String, String> environment, String input) {
  /// Variables that mean the same inside this JVM; the others say something to a process.
  private static final Pattern INSIDE = Pattern.compile("MEETWRIGHT_[A-Z_0-9]+|XDG_CONFIG_HOME");

  private static final Pattern NAME = Pattern.compile("[a-z][a-z-]*");

  /// Operands that look like the name of a command.
  private static final Set<String> TARGETS = Set.of("ada", "bea", "charles");

  private static final Set<String> RUN_ALONE = ConcurrentHashMap.newKeySet();

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

  /// Runs it to its end. The first run of each command, on either database or a server, is a
  /// process of its own; as Java needs a second to begin, those after it are in this one, by the
  /// program's own entry.
  public Run run(String... arguments) {
    return isRunBefore(arguments) ? runInside(arguments) : runAlone(arguments);
  }

  /// Says whether a process of its own has nothing more to show.
  private boolean isRunBefore(String... arguments) {
    boolean isPlain =
        environment.keySet().stream()
            .allMatch(name -> INSIDE.matcher(name).matches() && !name.contains("JAVA_OPTIONS"));
    List<String> words =
        Arrays.stream(arguments)
            .filter(word -> NAME.matcher(word).matches())
            .filter(word -> !TARGETS.contains(word))
            .limit(2)
            .toList();
    String url = environment.getOrDefault("MEETWRIGHT_DATABASE_URL", "jdbc:h2");
    String place = environment.containsKey("MEETWRIGHT_HOME") ? url.split(":", 3)[1] : "server";
    boolean first = RUN_ALONE.add(place + " " + words);
    return isPlain && !first;
  }

  private Run runInside(String... arguments) {
    Map<String, String> variables = variables();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        MeetwrightCli.run(
            arguments,
            variables,
            new Terminal(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                TerminalScreen.NONE),
            InstantSource.system());
    return new Run(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private Run runAlone(String... arguments) {
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
    Map<String, String> whole = builder.environment();
    whole.clear();
    whole.putAll(variables());
    return builder.start();
  }

  private Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>(System.getenv());
    variables.keySet().removeIf(name -> name.startsWith("MEETWRIGHT_") || name.equals("NO_COLOR"));
    variables.put("LC_ALL", "C.UTF-8");
    variables.put("TERM", "xterm");
    // Inside this JVM or not, it is in the same zone.
    variables.put("TZ", ZoneId.systemDefault().getId());
    variables.putAll(environment);
    return variables;
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
