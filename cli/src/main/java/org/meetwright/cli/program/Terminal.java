package org.meetwright.cli.program;

import java.io.PrintStream;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Where data and remarks go.
///
/// @param out for data
/// @param err for everything else
public record Terminal(PrintStream out, PrintStream err) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  /// Prints a line of data.
  public void print(String line) {
    out.println(printable(line));
  }

  /// Prints data as one JSON document.
  public void printJson(Object data) {
    out.println(json(data));
  }

  /// Returns data as one JSON document on one line.
  public static String json(Object data) {
    return JSON.writeValueAsString(data);
  }

  /// Writes a remark for the person at the terminal.
  public void say(String line) {
    err.println(printable(line));
  }

  /// Returns text as one line without characters that steer a terminal or turn its direction.
  static String printable(String text) {
    return text.replaceAll(
        "[\\p{Cntrl}\\x{80}-\\x{9f}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}]", " ");
  }
}
