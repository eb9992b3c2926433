package org.meetwright.core.database.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// A table that is there while a restore fills the database, and after one that did not end: the
/// database has a part of its data then, and no program may use it.
public final class RestoreMark {
  /// Its name.
  static final String TABLE = "unfinished_restore";

  private RestoreMark() {}

  /// Returns whether a restore has begun and not ended.
  public static boolean isSet(Connection connection) throws SQLException {
    return Tables.names(connection).contains(TABLE);
  }

  /// Returns whether a table is the mark.
  public static boolean isNamed(String table) {
    return table.equals(TABLE);
  }

  /// Says that a restore begins; nothing happens if an earlier one did not end.
  public static void set(Connection connection) throws SQLException {
    execute(connection, "CREATE TABLE IF NOT EXISTS " + TABLE + " (id smallint PRIMARY KEY)");
  }

  /// Says that a restore has ended.
  public static void remove(Connection connection) throws SQLException {
    execute(connection, "DROP TABLE " + TABLE);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
