package org.meetwright.core.database.table;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads and writes the rows of a table, a few at a time, so that memory does not depend on how
/// many there are.
public final class Rows {
  private static final int AT_A_TIME = 200;

  private Rows() {}

  /// Takes rows.
  ///
  /// @param <E> what it may throw besides
  @FunctionalInterface
  public interface Sink<E extends Exception> {
    /// Takes a row: the values of the table's columns, each as its [ColumnType] tells it.
    void take(List<@Nullable Object> row) throws E;
  }

  /// Reads a table on PostgreSQL, in a transaction: the driver fetches a few rows at a time.
  public static <E extends Exception> void read(
      Connection connection, DatabaseTable table, Sink<E> sink) throws SQLException, E {
    String query = "SELECT " + table.columnList() + " FROM " + table.name();
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setFetchSize(AT_A_TIME);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          sink.take(row(rows, table, 1));
        }
      }
    }
  }

  /// Reads a table on H2, which would gather the whole answer first: page by page, by the number
  /// that H2 gives each row.
  public static <E extends Exception> void readPages(
      Connection connection, DatabaseTable table, Sink<E> sink) throws SQLException, E {
    String query =
        "SELECT _ROWID_, %s FROM %s WHERE _ROWID_ > ? ORDER BY _ROWID_ FETCH FIRST %d ROWS ONLY"
            .formatted(table.columnList(), table.name(), AT_A_TIME);
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      long last = Long.MIN_VALUE;
      for (int found = AT_A_TIME; found == AT_A_TIME; ) {
        found = 0;
        statement.setLong(1, last);
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            found++;
            last = rows.getLong(1);
            sink.take(row(rows, table, 2));
          }
        }
      }
    }
  }

  private static List<@Nullable Object> row(ResultSet rows, DatabaseTable table, int first)
      throws SQLException {
    List<@Nullable Object> row = new ArrayList<>(table.columns().size());
    for (int i = 0; i < table.columns().size(); i++) {
      row.add(table.columns().get(i).type().get(rows, first + i));
    }
    return row;
  }

  /// Returns a statement that inserts a row.
  public static PreparedStatement insertion(Connection connection, DatabaseTable table)
      throws SQLException {
    String places = String.join(", ", Collections.nCopies(table.columns().size(), "?"));
    return connection.prepareStatement(
        "INSERT INTO %s (%s) VALUES (%s)".formatted(table.name(), table.columnList(), places));
  }

  /// Adds a row to a batch of insertions.
  ///
  /// @throws IllegalArgumentException if the values are not those of the table's columns
  public static void add(
      PreparedStatement insertion, DatabaseTable table, List<@Nullable Object> row)
      throws SQLException {
    if (row.size() != table.columns().size()) {
      throw new IllegalArgumentException(
          "%s has %d columns, and a row %d values"
              .formatted(table.name(), table.columns().size(), row.size()));
    }
    for (int i = 0; i < row.size(); i++) {
      Column column = table.columns().get(i);
      Object value = row.get(i);
      try {
        if (value == null) {
          insertion.setObject(i + 1, null);
        } else {
          column.type().set(insertion, i + 1, value);
        }
      } catch (ClassCastException | java.time.DateTimeException wrong) {
        throw new IllegalArgumentException(
            "%s.%s cannot hold a value of the archive".formatted(table.name(), column.name()),
            wrong);
      }
    }
    insertion.addBatch();
  }
}
