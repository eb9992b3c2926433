package org.meetwright.cli.program;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.meetwright.cli.screen.Progress;
import org.meetwright.cli.screen.Prompt;
import org.meetwright.cli.screen.Table;
import org.meetwright.cli.screen.TerminalScreen;
import org.meetwright.cli.screen.TerminalStyle;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Where data and remarks go.
///
/// @param in what the program is given to read
/// @param out for data
/// @param err for everything else
/// @param screen what is shown to people only
public record Terminal(InputStream in, PrintStream out, PrintStream err, TerminalScreen screen) {
  /// Made when it is first needed: it takes a tenth of a short command's time.
  private static final class Json {
    static final JsonMapper MAPPER =
        JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
  }

  /// Creates one that nobody sits before, and that has nothing to read.
  public Terminal(PrintStream out, PrintStream err) {
    this(InputStream.nullInputStream(), out, err, TerminalScreen.NONE);
  }

  /// Prints a line of data.
  public void print(String line) {
    out.println(printable(line));
  }

  /// Prints a table: to people with a heading and no wider than their terminal, else a row a line
  /// with everything in it.
  public void print(Table table) {
    if (!screen.isTerminal()) {
      table.lines().forEach(this::print);
    } else if (!table.rows().isEmpty()) {
      List<String> lines = table.lines(screen.width());
      out.println(painted(TerminalStyle.BOLD, lines.getFirst()));
      lines.stream().skip(1).forEach(this::print);
    }
  }

  /// Prints a line of data whose first word has a colour where there are colours.
  public void print(TerminalStyle ink, String word, String rest) {
    out.println(painted(ink, word) + printable(rest));
  }

  private String painted(TerminalStyle ink, String text) {
    return screen.colors() ? ink.on(printable(text)) : printable(text);
  }

  /// Returns how to ask the person at the terminal; empty if there is none.
  public Optional<Prompt> prompt() {
    return Optional.ofNullable(screen.console()).map(console -> new Prompt(console, err));
  }

  /// Returns a progress bar, which only people see.
  ///
  /// @param what is done, one word or two: `bookings`
  /// @param total how many there are; 0 if that is not known
  public Progress progress(String what, long total) {
    return new Progress(err, screen, what, total);
  }

  /// Prints data as one JSON document.
  public void printJson(Object data) {
    out.println(json(data));
  }

  /// Returns data as one JSON document on one line.
  public static String json(Object data) {
    return Json.MAPPER.writeValueAsString(data);
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
