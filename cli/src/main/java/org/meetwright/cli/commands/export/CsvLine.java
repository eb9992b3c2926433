package org.meetwright.cli.commands.export;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Lines of CSV as RFC 4180 says: commas, quotes where they are needed, CRLF.
///
/// What people typed may begin like a formula, which a spreadsheet would compute. Such a cell gets
/// an apostrophe before it, which spreadsheets take for: this is text.
final class CsvLine {
  /// Characters that begin a formula, the wide ones of Japanese keyboards too, also after blanks
  /// that a spreadsheet may drop.
  private static final Pattern FORMULA =
      Pattern.compile(
          "^[\\s\\p{Z}\\x{feff}]*[=+\\-@\\x{ff1d}\\x{ff0b}\\x{ff0d}\\x{ff20}|%].*", Pattern.DOTALL);

  private static final Pattern STEERED = Pattern.compile("^[\\t\\r\\n].*", Pattern.DOTALL);

  private CsvLine() {}

  /// Returns a line with its end.
  ///
  /// @param cells as people typed them
  static String of(List<String> cells) {
    return cells.stream().map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(String text) {
    boolean risky = FORMULA.matcher(text).matches() || STEERED.matcher(text).matches();
    String safe = risky ? "'" + text : text;
    return safe.matches("(?s).*[\",\\r\\n].*") || !safe.equals(safe.strip())
        ? '"' + safe.replace("\"", "\"\"") + '"'
        : safe;
  }
}
