package org.meetwright.desktop.profile;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/// Where the window was, and what it showed.
///
/// @param screen the name of the screen; empty for the first one
public record WindowPlace(
    double x, double y, double width, double height, boolean maximized, String screen) {
  private static final String FILE = "window.properties";

  /// Returns what a directory keeps; empty if that is nothing, or not readable.
  public static Optional<WindowPlace> read(Path directory) {
    return new PrivateFile(directory.resolve(FILE)).read().flatMap(WindowPlace::parse);
  }

  private static Optional<WindowPlace> parse(String text) {
    Properties kept = new Properties();
    try {
      kept.load(new StringReader(text));
      return Optional.of(
          new WindowPlace(
              number(kept, "x"),
              number(kept, "y"),
              number(kept, "width"),
              number(kept, "height"),
              Boolean.parseBoolean(kept.getProperty("maximized", "false")),
              kept.getProperty("screen", "")));
    } catch (IOException | IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  private static double number(Properties kept, String key) {
    double value = Double.parseDouble(kept.getProperty(key, ""));
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(key);
    }
    return value;
  }

  /// Keeps it in a directory.
  public void write(Path directory) {
    String text =
        "x=%s%ny=%s%nwidth=%s%nheight=%s%nmaximized=%s%nscreen=%s%n"
            .formatted(x, y, width, height, maximized, screen);
    new PrivateFile(directory.resolve(FILE)).write(text);
  }
}
