package org.meetwright.cli.arguments;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Terminal;

/// Reads a secret, such as a password, from the first line of a file or of standard input, so that
/// it does not appear on a command line.
public final class PasswordFile {
  private PasswordFile() {}

  /// Returns the first line; empty if there is none.
  ///
  /// @param file `-` for standard input
  /// @throws Failure if it cannot be read
  public static String read(Path file, Terminal terminal) {
    return lines(file, terminal, 1).getFirst();
  }

  /// Returns the first lines, at least one.
  ///
  /// @param file `-` for standard input
  /// @throws Failure if they cannot be read
  public static List<String> lines(Path file, Terminal terminal, int most) {
    boolean standardInput = file.toString().equals("-");
    // Standard input is not closed with the reader's file: it is the program's.
    try (BufferedReader opened = standardInput ? null : Files.newBufferedReader(file)) {
      BufferedReader reader =
          opened != null
              ? opened
              : new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8));
      List<String> lines = new ArrayList<>();
      String line = "";
      while (lines.size() < most && line != null) {
        line = reader.readLine();
        if (line != null) {
          lines.add(line);
        }
      }
      return lines.isEmpty() ? List.of("") : lines;
    } catch (IOException unreadable) {
      throw new Failure(
          (standardInput ? "Standard input" : "The file " + file)
              + " cannot be read; check that it is there, and its rights.",
          unreadable);
    }
  }
}
