package org.meetwright.cli.commands.doctor;

import java.util.Locale;
import org.meetwright.cli.screen.TerminalStyle;

/// What a check found.
///
/// @param name what was looked at: `database`, `SPF`
/// @param message what was found and, unless all is well, what to do
record Finding(Level level, String name, String message) {
  /// How bad it is.
  enum Level {
    /// All is well.
    OK(TerminalStyle.GREEN),
    /// It works, but somebody should look at it.
    WARNING(TerminalStyle.YELLOW),
    /// It does not work.
    FAILURE(TerminalStyle.RED);

    private final TerminalStyle ink;

    Level(TerminalStyle ink) {
      this.ink = ink;
    }

    TerminalStyle ink() {
      return ink;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Finding ok(String name, String message) {
    return new Finding(Level.OK, name, message);
  }

  static Finding warning(String name, String message) {
    return new Finding(Level.WARNING, name, message);
  }

  static Finding failure(String name, String message) {
    return new Finding(Level.FAILURE, name, message);
  }
}
