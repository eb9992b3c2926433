package org.meetwright.core.database.copy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.h2.engine.Constants;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.DatabaseUnavailableException;
import org.meetwright.core.database.table.DatabaseTable;
import org.meetwright.core.database.table.Rows;
import org.meetwright.core.database.table.Tables;

/// All tables as they were at one instant, while others go on writing. It holds one connection.
public final class DatabaseSnapshot {
  private final Connection connection;
  private final DatabaseKind kind;

  private DatabaseSnapshot(Connection connection, DatabaseKind kind) {
    this.connection = connection;
    this.kind = kind;
  }

  /// What is done with a snapshot.
  ///
  /// @param <T> what comes of it
  /// @param <E> what it may throw
  @FunctionalInterface
  public interface Reading<T, E extends Exception> {
    /// Reads.
    T of(DatabaseSnapshot snapshot) throws E;
  }

  /// Reads from a snapshot.
  ///
  /// @throws DatabaseUnavailableException if the database cannot be read
  public static <T, E extends Exception> T read(Database database, Reading<T, E> reading) throws E {
    try (Connection connection = database.dataSource().getConnection()) {
      // On H2, REPEATABLE_READ would take the state of each table when it is read first.
      connection.setTransactionIsolation(
          database.kind() == DatabaseKind.H2
              ? Constants.TRANSACTION_SNAPSHOT
              : Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      try {
        return reading.of(new DatabaseSnapshot(connection, database.kind()));
      } finally {
        connection.rollback();
      }
    } catch (SQLException failed) {
      throw unreadable(failed);
    }
  }

  /// Returns the tables, each after those that its foreign keys lead to.
  public List<DatabaseTable> tables() {
    try {
      return Tables.of(connection);
    } catch (SQLException failed) {
      throw unreadable(failed);
    }
  }

  /// Reads all rows of a table, in no order in particular.
  public <E extends Exception> void rows(DatabaseTable table, Rows.Sink<E> sink) throws E {
    try {
      if (kind == DatabaseKind.H2) {
        Rows.readPages(connection, table, sink);
      } else {
        Rows.read(connection, table, sink);
      }
    } catch (SQLException failed) {
      throw unreadable(failed);
    }
  }

  /// Returns the ids of the keys that secrets are sealed with; none if the schema is too old to
  /// have sealed secrets.
  public List<String> keyIds() {
    List<String> ids = new ArrayList<>();
    try {
      if (Tables.names(connection).contains("secret_key")) {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT id FROM secret_key ORDER BY id");
            ResultSet rows = query.executeQuery()) {
          while (rows.next()) {
            ids.add(rows.getString(1));
          }
        }
      }
      return ids;
    } catch (SQLException failed) {
      throw unreadable(failed);
    }
  }

  private static DatabaseUnavailableException unreadable(SQLException failed) {
    return new DatabaseUnavailableException(
        "The database could not be read to its end: " + failed.getMessage(), failed);
  }
}
