package org.meetwright.core.database.table;

import java.util.List;
import java.util.stream.Collectors;

/// A table.
///
/// @param name in lower case
/// @param columns those that are stored, by name: both databases give the same order
/// @param loops the names of foreign keys that lead from this table to itself
public record DatabaseTable(String name, List<Column> columns, List<String> loops) {
  /// Creates the table.
  public DatabaseTable {
    columns = List.copyOf(columns);
    loops = List.copyOf(loops);
  }

  String columnList() {
    return columns.stream().map(Column::name).collect(Collectors.joining(", "));
  }
}
