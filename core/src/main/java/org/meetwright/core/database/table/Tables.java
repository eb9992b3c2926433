package org.meetwright.core.database.table;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The tables of a schema, as the database's own description of itself has them: a table that a
/// migration adds is among them without being named anywhere.
public final class Tables {
  private static final String FLYWAY = "flyway_schema_history";

  private final DatabaseMetaData description;
  private final String schema;

  private Tables(Connection connection) throws SQLException {
    this.description = connection.getMetaData();
    this.schema = connection.getSchema();
  }

  /// Returns all tables but those that tell about the schema itself; each after those that its
  /// foreign keys lead to.
  ///
  /// @throws IllegalStateException if a column has a type that is not known here, or foreign keys
  ///   lead in a circle
  public static List<DatabaseTable> of(Connection connection) throws SQLException {
    Tables tables = new Tables(connection);
    SortedMap<String, String> named = tables.names();
    named.remove(FLYWAY);
    named.remove(RestoreMark.TABLE);
    List<DatabaseTable> found = new ArrayList<>();
    for (String name : tables.inOrder(named)) {
      String stored = String.valueOf(named.get(name));
      found.add(new DatabaseTable(name, tables.columns(name, stored), tables.loops(stored)));
    }
    return List.copyOf(found);
  }

  /// Returns the names of all tables, those that tell about the schema included: in lower case.
  public static SortedSet<String> names(Connection connection) throws SQLException {
    return new TreeSet<>(new Tables(connection).names().keySet());
  }

  /// Returns how the database spells each name.
  private SortedMap<String, String> names() throws SQLException {
    SortedMap<String, String> names = new TreeMap<>();
    String[] types = {"TABLE", "BASE TABLE", "PARTITIONED TABLE"};
    try (ResultSet found = description.getTables(null, schema, "%", types)) {
      while (found.next()) {
        String name = found.getString("TABLE_NAME");
        names.put(name.toLowerCase(Locale.ROOT), name);
      }
    }
    return names;
  }

  private List<String> inOrder(Map<String, String> named) throws SQLException {
    SortedMap<String, SortedSet<String>> before = new TreeMap<>();
    for (Map.Entry<String, String> table : named.entrySet()) {
      SortedSet<String> needed = new TreeSet<>();
      try (ResultSet keys = description.getImportedKeys(null, schema, table.getValue())) {
        while (keys.next()) {
          needed.add(keys.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT));
        }
      }
      needed.remove(table.getKey());
      before.put(table.getKey(), needed);
    }
    List<String> ordered = new ArrayList<>();
    while (!before.isEmpty()) {
      Optional<String> next =
          before.keySet().stream()
              .filter(name -> ordered.containsAll(before.get(name)))
              .findFirst();
      if (next.isEmpty()) {
        throw new IllegalStateException("Foreign keys lead in a circle: " + before);
      }
      ordered.add(next.get());
      before.remove(next.get());
    }
    return ordered;
  }

  private List<Column> columns(String table, String stored) throws SQLException {
    List<Column> columns = new ArrayList<>();
    try (ResultSet found = description.getColumns(null, schema, exactly(stored), "%")) {
      while (found.next()) {
        if (!"YES".equals(found.getString("IS_GENERATEDCOLUMN"))) {
          columns.add(column(table, found));
        }
      }
    }
    columns.sort(Comparator.comparing(Column::name));
    return columns;
  }

  /// An underscore of a pattern stands for any letter.
  private String exactly(String name) throws SQLException {
    return name.replace("_", description.getSearchStringEscape() + "_");
  }

  private static Column column(String table, ResultSet found) throws SQLException {
    String name = found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
    String type = found.getString("TYPE_NAME");
    return new Column(
        name,
        ColumnType.of(found.getInt("DATA_TYPE"), type)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        table + "." + name + " has the type " + type + ", which is not known")));
  }

  private List<String> loops(String stored) throws SQLException {
    List<String> loops = new ArrayList<>();
    try (ResultSet keys = description.getImportedKeys(null, schema, stored)) {
      while (keys.next()) {
        if (keys.getString("PKTABLE_NAME").equals(stored)) {
          loops.add(keys.getString("FK_NAME"));
        }
      }
    }
    return loops;
  }
}
