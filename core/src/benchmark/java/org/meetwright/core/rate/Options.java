package org.meetwright.core.rate;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/// What is said on the command line: `name=value` each.
public record Options(Path target, Map<String, String> values) {
  /// Reads them, and keeps the log quiet.
  ///
  /// @param arguments where files may be put, then the options
  public static Options parse(String[] arguments) {
    Logger.getLogger("").setLevel(Level.WARNING);
    Map<String, String> values = new HashMap<>();
    for (String argument : List.of(arguments).subList(1, arguments.length)) {
      String[] parts = argument.split("=", 2);
      if (parts.length < 2) {
        throw new IllegalArgumentException("must be name=value, not " + argument);
      }
      values.put(parts[0], parts[1]);
    }
    return new Options(Path.of(arguments[0]), values);
  }

  public int number(String name, int otherwise) {
    return Integer.parseInt(values.getOrDefault(name, String.valueOf(otherwise)));
  }

  /// Returns the databases to measure on, as [Place#of] knows them.
  public List<String> databases() {
    return List.of(values.getOrDefault("databases", "h2,postgresql").split(","));
  }
}
