package org.meetwright.cli.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.meetwright.cli.program.Failure;

/// Reads a password from the first line of a file, so that it does not appear on a command line.
public final class PasswordFile {
  private PasswordFile() {}

  /// Returns the first line.
  ///
  /// @throws Failure if the file cannot be read
  public static String read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      return lines.isEmpty() ? "" : lines.getFirst();
    } catch (IOException | UncheckedIOException unreadable) {
      throw new Failure(
          "The password file " + file + " cannot be read; check that it is there, and its rights.",
          unreadable);
    }
  }
}
