package org.meetwright.cli.program;

import java.util.List;

/// Rows of text, in columns as wide as their widest cell.
public final class Columns {
  private static final String GAP = "  ";

  private Columns() {}

  /// Returns a line a row. The last cell of each is not padded.
  ///
  /// @param rows each with the same number of cells
  public static List<String> align(List<List<String>> rows) {
    return rows.stream().map(row -> line(rows, row)).toList();
  }

  private static String line(List<List<String>> rows, List<String> row) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size() - 1; column++) {
      String cell = row.get(column);
      line.append(cell)
          .repeat(' ', width(rows, column) - cell.codePointCount(0, cell.length()))
          .append(GAP);
    }
    return line.append(row.getLast()).toString();
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream()
        .map(row -> row.get(column))
        .mapToInt(cell -> cell.codePointCount(0, cell.length()))
        .max()
        .orElse(0);
  }
}
