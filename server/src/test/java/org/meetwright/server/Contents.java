package org.meetwright.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.meetwright.core.Patience;
import org.meetwright.core.database.TestDatabase;

/// Everything that a database holds.
///
/// @param tables the rows of each table, in an order that doesn't change
public record Contents(Map<String, List<String>> tables) {

  /// Reads all tables, once nothing is left to be sent at an instant.
  public static Contents of(TestDatabase database, Instant now) {
    try (Connection connection = database.connect()) {
      waitUntilSent(connection, now);
      List<String> names =
          rows(
              connection,
              "SELECT table_name FROM information_schema.tables"
                  + " WHERE LOWER(table_schema) = 'public' AND table_type = 'BASE TABLE'");
      Map<String, List<String>> tables = new TreeMap<>();
      for (String name : names) {
        tables.put(name, rows(connection, "SELECT * FROM \"" + name + '"'));
      }
      return new Contents(tables);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static void waitUntilSent(Connection connection, Instant now) throws SQLException {
    String due =
        "SELECT id FROM outbox WHERE (state = 'pending' AND due_at <= TIMESTAMP WITH TIME ZONE '"
            + now.toString().replace('T', ' ').replace("Z", "+00:00")
            + "') OR lease_until IS NOT NULL";
    long deadline = System.nanoTime() + Patience.LONG.toNanos();
    while (!rows(connection, due).isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("Mail is still to be sent");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }

  private static List<String> rows(Connection connection, String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> values = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
          values.add(String.valueOf(result.getString(column)));
        }
        rows.add(String.join("|", values));
      }
    }
    Collections.sort(rows);
    return rows;
  }
}
