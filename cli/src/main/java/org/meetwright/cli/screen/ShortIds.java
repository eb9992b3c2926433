package org.meetwright.cli.screen;

import java.util.HashSet;
import java.util.List;

/// How short ids may be shown. Every command takes the beginning of an id.
final class ShortIds {
  /// The time in an id, to a millisecond.
  private static final int SHORTEST = 13;

  private static final int WHOLE = 36;

  private ShortIds() {}

  /// Returns to how many characters the ids of a column can be cut and still be told apart; 0 if it
  /// does not hold ids.
  static int length(List<String> cells) {
    if (cells.isEmpty() || !cells.stream().allMatch(ShortIds::isId)) {
      return 0;
    }
    int different = new HashSet<>(cells).size();
    int length = SHORTEST;
    while (length < WHOLE && different(cells, length) < different) {
      length++;
    }
    return length;
  }

  private static int different(List<String> cells, int length) {
    HashSet<String> prefixes = new HashSet<>();
    cells.forEach(cell -> prefixes.add(cell.substring(0, length)));
    return prefixes.size();
  }

  private static boolean isId(String cell) {
    return cell.matches("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  }
}
