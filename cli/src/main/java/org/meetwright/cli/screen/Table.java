package org.meetwright.cli.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Rows of text with a heading, in columns.
///
/// @param heading what the columns hold; only people see it
/// @param rows each with as many cells as the heading
public record Table(List<String> heading, List<List<String>> rows) {
  private static final String GAP = "  ";
  private static final int NARROWEST = 8;

  /// Creates the table.
  ///
  /// @throws IllegalArgumentException if a row has more or fewer cells than the heading
  public Table {
    heading = List.copyOf(heading);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != heading.size()) {
        throw new IllegalArgumentException("A row has " + row.size() + " cells");
      }
    }
  }

  /// Returns a line a row, without the heading, as wide as need be: what programs read.
  public List<String> lines() {
    return align(rows, widths(rows));
  }

  /// Returns the heading and a line a row, none longer than so many characters if that is possible.
  /// Ids become prefixes that are still unique in this table, of at least 13 characters. Then the
  /// widest of the other columns are cut; times never are.
  public List<String> lines(int width) {
    List<List<String>> shown = new ArrayList<>();
    shown.add(heading);
    shown.addAll(rows);
    if (total(widths(shown)) > width) {
      shown = shortenIds(shown);
    }
    return align(shown, fit(shown, width));
  }

  private List<List<String>> shortenIds(List<List<String>> all) {
    List<List<String>> shorter = new ArrayList<>(all.stream().map(ArrayList::new).toList());
    for (int column = 0; column < heading.size(); column++) {
      int at = column;
      List<String> cells = rows.stream().map(row -> row.get(at)).toList();
      int length = ShortIds.length(cells);
      for (int row = 1; length > 0 && row < shorter.size(); row++) {
        List<String> cut = shorter.get(row);
        cut.set(column, cut.get(column).substring(0, length));
      }
    }
    return shorter;
  }

  private int[] fit(List<List<String>> all, int width) {
    int[] widths = widths(all);
    boolean[] fixed = new boolean[widths.length];
    for (int column = 0; column < widths.length; column++) {
      int at = column;
      fixed[column] = rows.stream().map(row -> row.get(at)).allMatch(Table::isWhole);
    }
    while (total(widths) > width) {
      int widest =
          IntStream.range(0, widths.length)
              .filter(column -> !fixed[column] && widths[column] > NARROWEST)
              .reduce(-1, (one, other) -> one < 0 || widths[other] > widths[one] ? other : one);
      if (widest < 0) {
        return widths;
      }
      widths[widest]--;
    }
    return widths;
  }

  /// Times and ids mean nothing when they are cut.
  private static boolean isWhole(String cell) {
    return cell.isEmpty()
        || cell.equals("-")
        || cell.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}.*|[0-9a-f]{8}-[0-9a-f]{4}[0-9a-f-]*");
  }

  private static int total(int[] widths) {
    return IntStream.of(widths).sum() + GAP.length() * (widths.length - 1);
  }

  private static int[] widths(List<List<String>> rows) {
    int columns = rows.isEmpty() ? 0 : rows.getFirst().size();
    return IntStream.range(0, columns)
        .map(column -> rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0))
        .toArray();
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }

  private static List<String> align(List<List<String>> rows, int[] widths) {
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      String cell = cut(row.get(column), widths[column]);
      line.append(cell);
      if (column < row.size() - 1) {
        line.repeat(' ', widths[column] - length(cell)).append(GAP);
      }
    }
    return line.toString();
  }

  private static String cut(String cell, int width) {
    return length(cell) <= width
        ? cell
        : cell.substring(0, cell.offsetByCodePoints(0, width - 1)) + "\u2026";
  }
}
