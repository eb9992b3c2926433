package org.meetwright.cli.screen;

import java.io.Console;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.UsageMessageSpec;

/// The terminal that the program runs on, if it does: both its input and its output are one.
///
/// @param console null if there is none
/// @param colors whether it may show colours
/// @param columns how wide it is said to be; 0 to ask it
public record TerminalScreen(@Nullable Console console, boolean colors, int columns) {
  /// There is no terminal: a script runs the program.
  public static final TerminalScreen NONE = new TerminalScreen(null, false, 0);

  private static final int USUAL_WIDTH = 80;
  private static final int NARROWEST = 40;

  /// Returns the screen of this process.
  ///
  /// @param environment `NO_COLOR` says that colours are not wanted, `COLUMNS` how wide it is
  public static TerminalScreen of(@Nullable Console console, Map<String, String> environment) {
    if (console == null || !console.isTerminal()) {
      return NONE;
    }
    boolean colors =
        environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !environment.getOrDefault("TERM", "").equals("dumb");
    return new TerminalScreen(console, colors, columns(environment.getOrDefault("COLUMNS", "")));
  }

  private static int columns(String text) {
    return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
  }

  /// Returns whether somebody sits before it.
  public boolean isTerminal() {
    return console != null;
  }

  /// Returns how many characters a line has, 80 if that is not known.
  public int width() {
    if (!isTerminal()) {
      return USUAL_WIDTH;
    }
    // Picocli asks the system's own program (stty, mode), once.
    int found = columns > 0 ? columns : new UsageMessageSpec().autoWidth(true).width();
    return Math.max(NARROWEST, found);
  }
}
