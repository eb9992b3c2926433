package org.meetwright.core.rate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.meetwright.core.rate.Call.Kind;
import org.meetwright.core.rate.Script.Recipe;

/// The bare loop: sends what a booking sends over one connection, with statements that are prepared
/// once. It fetches what comes back, and decides nothing.
final class BareBookings implements AutoCloseable {
  private final Connection connection;
  private final Script script;
  private final GroupSync sync;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  /// Creates the loop.
  ///
  /// @param sync shared by all loops on the database
  BareBookings(Connection connection, Script script, GroupSync sync) throws SQLException {
    this.connection = connection;
    this.script = script;
    this.sync = sync;
    connection.setAutoCommit(false);
    for (Script.Step step : script.steps()) {
      if (!step.sql().isEmpty() && !prepared.containsKey(step.sql())) {
        prepared.put(step.sql(), connection.prepareStatement(step.sql()));
      }
    }
  }

  /// Sends what one booking sends.
  void book(Wish wish) throws SQLException {
    UUID[] ids = script.ids();
    for (Script.Step step : script.steps()) {
      if (step.kind() == Kind.COMMIT) {
        connection.commit();
      } else if (step.sql().equals(GroupSync.STATEMENT)) {
        sync.await();
      } else {
        send(step, wish, ids);
      }
    }
  }

  private void send(Script.Step step, Wish wish, UUID[] ids) throws SQLException {
    PreparedStatement statement = prepared.get(step.sql());
    if (statement == null) {
      throw new SQLException("The bare loop can't send " + step);
    }
    if (step.kind() == Kind.RUN_BATCH) {
      statement.executeBatch();
      return;
    }
    set(statement, step.recipes(), wish, ids);
    if (step.kind() == Kind.ADD) {
      statement.addBatch();
    } else if (statement.execute()) {
      readAll(statement);
    }
  }

  private static void set(PreparedStatement statement, List<Recipe> recipes, Wish wish, UUID[] ids)
      throws SQLException {
    for (int i = 0; i < recipes.size(); i++) {
      if (recipes.get(i) instanceof Recipe.Constant(Call.Parameter(var value, var nullType))) {
        if (value == null) {
          statement.setNull(i + 1, nullType);
        } else {
          set(statement, i + 1, value);
        }
      } else {
        set(statement, i + 1, Script.value(recipes.get(i), wish, ids));
      }
    }
  }

  private static void set(PreparedStatement statement, int index, Object value)
      throws SQLException {
    switch (value) {
      case String text -> statement.setString(index, text);
      case Integer number -> statement.setInt(index, number);
      case Long number -> statement.setLong(index, number);
      case Boolean flag -> statement.setBoolean(index, flag);
      default -> statement.setObject(index, value);
    }
  }

  private static void readAll(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.getResultSet()) {
      while (rows.next()) {
        // The row is here; what it says does not matter.
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
