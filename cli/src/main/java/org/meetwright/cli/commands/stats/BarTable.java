package org.meetwright.cli.commands.stats;

import java.util.ArrayList;
import java.util.List;
import org.meetwright.cli.program.Columns;
import org.meetwright.cli.program.Terminal;
import org.meetwright.core.statistics.Counts;

/// A table of names and numbers. On a terminal it has a heading, and a bar for the first number of
/// each row; programs read the rows alone.
final class BarTable {
  private static final String GAP = "  ";
  private static final String BLOCK = "\u2588";
  private static final String PARTS = " \u258f\u258e\u258d\u258c\u258b\u258a\u2589";
  private static final int LONGEST_BAR = 30;

  private final List<List<String>> rows = new ArrayList<>();
  private final List<Long> bars = new ArrayList<>();
  private final int columns;
  private boolean filled;

  /// Creates an empty table.
  BarTable(String name, List<String> numbers) {
    List<String> heading = new ArrayList<>();
    heading.add(name);
    heading.addAll(numbers);
    rows.add(heading);
    columns = heading.size();
  }

  void add(String name, Counts counts) {
    add(name, List.of(counts.bookings(), counts.cancelled(), counts.noShows()));
  }

  void add(String name, List<Long> numbers) {
    List<String> row = new ArrayList<>();
    row.add(name);
    numbers.forEach(number -> row.add(number.toString()));
    rows.add(row);
    bars.add(numbers.getFirst());
    filled = true;
  }

  /// Prints it, and an empty line after it; nothing if it has no rows.
  void print(Terminal terminal) {
    if (!filled) {
      return;
    }
    List<String> lines =
        terminal.screen().isTerminal()
            ? lines(terminal.screen().width())
            : Columns.align(rows.subList(1, rows.size()));
    lines.forEach(terminal::print);
    terminal.print("");
  }

  /// Returns the heading and the rows.
  ///
  /// @param width how long a line may be
  List<String> lines(int width) {
    int numbers = numbersWidth();
    int longest = rows.stream().mapToInt(row -> row.getFirst().length()).max().orElse(0);
    int names = Math.min(longest, Math.max(8, width - numbers));
    int space = Math.min(LONGEST_BAR, width - names - numbers - GAP.length());
    long most = bars.stream().mapToLong(Long::longValue).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      String line = line(rows.get(i), names);
      lines.add(
          i == 0 || space < 3 || most == 0
              ? line
              : (line + GAP + bar(bars.get(i - 1), most, space)).stripTrailing());
    }
    return lines;
  }

  private int numbersWidth() {
    int width = 0;
    for (int column = 1; column < columns; column++) {
      width += GAP.length() + width(column);
    }
    return width;
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private String line(List<String> row, int names) {
    String name = row.getFirst();
    String cut = name.length() <= names ? name : name.substring(0, names - 1) + "\u2026";
    StringBuilder line = new StringBuilder(cut).repeat(' ', names - cut.length());
    for (int column = 1; column < columns; column++) {
      String number = row.get(column);
      line.append(GAP).repeat(' ', width(column) - number.length()).append(number);
    }
    return line.toString();
  }

  private static String bar(long value, long most, int space) {
    int eighths = (int) Math.round(8.0 * space * value / most);
    int part = value > 0 ? Math.max(1, eighths) : 0;
    return BLOCK.repeat(part / 8) + (part % 8 == 0 ? "" : PARTS.charAt(part % 8));
  }
}
