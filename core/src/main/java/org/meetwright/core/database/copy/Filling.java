package org.meetwright.core.database.copy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.h2.jdbc.JdbcConnection;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.DatabaseSettings;
import org.meetwright.core.database.DatabaseUnavailableException;
import org.meetwright.core.database.DatabaseUnavailableException.Reason;
import org.meetwright.core.database.Migrations.Version;
import org.meetwright.core.database.table.DatabaseTable;
import org.meetwright.core.database.table.RestoreMark;
import org.meetwright.core.database.table.Rows;
import org.meetwright.core.database.table.Tables;

/// Fills an empty database. From [#begin] to [#end] it is marked, so that no other program takes
/// what is there for everything; if this program is killed meanwhile, it stays so, and can be
/// filled from the start.
public final class Filling {
  private static final int BATCH = 500;
  private static final int BATCHES_TO_SYNC = 20;

  private static final String OTHERS =
      """
      SELECT 1 FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'Meetwright'
        AND pid <> pg_backend_pid()
      """;

  private final Database database;
  private final boolean h2;

  /// @param database opened with [Database#openToRestore]
  public Filling(Database database) {
    this.database = database;
    this.h2 = database.kind() == DatabaseKind.H2;
  }

  /// Gives rows.
  ///
  /// @param <E> what it may throw
  @FunctionalInterface
  public interface Source<E extends Exception> {
    /// Returns the next row; null if there are no more.
    @Nullable List<@Nullable Object> next() throws E;
  }

  @FunctionalInterface
  private interface Work<T, E extends Exception> {
    T with(Connection connection) throws SQLException, E;
  }

  private <T, E extends Exception> T run(Work<T, E> work) throws E {
    try (Connection connection = database.dataSource().getConnection()) {
      return work.with(connection);
    } catch (SQLException failed) {
      throw new DatabaseUnavailableException(
          "The database could not be filled: " + innermost(failed), failed);
    }
  }

  /// What a batch says of its rows is said by the exception behind it.
  private static String innermost(SQLException failed) {
    SQLException last = failed;
    while (last.getNextException() != null) {
      last = last.getNextException();
    }
    return String.valueOf(last.getMessage()).lines().findFirst().orElse("");
  }

  /// Refuses a database that another program has open: it would go on with what it knows of it.
  ///
  /// @throws DatabaseUnavailableException if there is such a program
  public static void refuseShared(DatabaseSettings settings) {
    DatabaseSettings alone =
        new DatabaseSettings(
            settings.url(), settings.user(), settings.password(), 1, settings.keyFile());
    try (Database database = Database.openToRestore(alone)) {
      boolean shared = new Filling(database).run(Filling::isShared);
      for (int tries = 0; shared && tries < 40; tries++) {
        // The connection that was tried first may just be ending.
        LockSupport.parkNanos(50_000_000);
        shared = new Filling(database).run(Filling::isShared);
      }
      if (shared) {
        throw new DatabaseUnavailableException(
            Reason.IN_USE,
            "Another program has the database "
                + settings
                + " open; end it first, then restore. Nothing was changed.",
            null);
      }
    }
  }

  private static boolean isShared(Connection connection) throws SQLException {
    if (connection.isWrapperFor(JdbcConnection.class)) {
      return connection.unwrap(JdbcConnection.class).getSession().isRemote();
    }
    try (Statement statement = connection.createStatement();
        ResultSet others = statement.executeQuery(OTHERS)) {
      return others.next();
    }
  }

  /// Returns a table that has rows; the empty string if no table has any, or if it was being filled
  /// when a program ended.
  ///
  /// @param own the tables in which a new installation has rows of its own
  public String occupied(Set<String> own) {
    return run(
        connection -> {
          if (RestoreMark.isSet(connection)) {
            return "";
          }
          if (database.migrations().version().isEmpty()) {
            // Whatever there is, it is not Meetwright's.
            return Tables.names(connection).stream().findFirst().orElse("");
          }
          for (DatabaseTable table : Tables.of(connection)) {
            if (!own.contains(table.name()) && hasRows(connection, table)) {
              return table.name();
            }
          }
          return "";
        });
  }

  private static boolean hasRows(Connection connection, DatabaseTable table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT 1 FROM " + table.name() + " LIMIT 1")) {
      return rows.next();
    }
  }

  /// Marks the database and makes a schema without rows.
  public void begin(Version version) {
    run(
        connection -> {
          RestoreMark.set(connection);
          sync(connection);
          drop(connection);
          return true;
        });
    database.migrations().make(version);
    run(
        connection -> {
          for (DatabaseTable table : Tables.of(connection).reversed()) {
            execute(connection, "DELETE FROM " + table.name());
          }
          return true;
        });
  }

  private void drop(Connection connection) throws SQLException {
    List<String> names =
        Tables.names(connection).stream().filter(name -> !RestoreMark.isNamed(name)).toList();
    for (String name : names) {
      execute(connection, "DROP TABLE \"" + spelled(name) + "\" CASCADE");
    }
    if (h2) {
      execute(connection, "DROP ALIAS IF EXISTS sync_to_disk");
    }
  }

  /// H2 spells in capitals what is not in quotes; Flyway's table is in quotes.
  private String spelled(String name) {
    return h2 && !name.startsWith("flyway") ? name.toUpperCase(Locale.ROOT) : name;
  }

  /// Writes what H2 has in memory alone. A schema that is about to be made has no such function
  /// yet.
  private void sync(Connection connection) throws SQLException {
    if (h2 && database.migrations().version().isPresent()) {
      execute(connection, "CALL sync_to_disk()");
    }
  }

  /// Returns the tables that are to be filled.
  public List<DatabaseTable> tables() {
    return run(Tables::of);
  }

  /// Fills a table. The tables that its foreign keys lead to were filled before.
  ///
  /// @throws DatabaseUnavailableException if the database refuses a row
  public <E extends Exception> void fill(DatabaseTable table, Source<E> source) throws E {
    this.<Boolean, E>run(
        connection -> {
          connection.setAutoCommit(false);
          Suspended suspended = h2 ? Suspended.of(connection, table) : Suspended.NOTHING;
          suspendLoops(connection, table);
          try (PreparedStatement insertion = Rows.insertion(connection, table)) {
            int batches = 0;
            for (int rows = BATCH; rows == BATCH; batches++) {
              rows = insertBatch(insertion, table, source);
              if (h2) {
                connection.commit();
                if (batches % BATCHES_TO_SYNC == BATCHES_TO_SYNC - 1) {
                  execute(connection, "CALL sync_to_disk()");
                }
              }
            }
          }
          resumeLoops(connection, table);
          suspended.resume(connection);
          connection.commit();
          return true;
        });
  }

  private static <E extends Exception> int insertBatch(
      PreparedStatement insertion, DatabaseTable table, Source<E> source) throws SQLException, E {
    int rows = 0;
    while (rows < BATCH) {
      List<@Nullable Object> row = source.next();
      if (row == null) {
        break;
      }
      Rows.add(insertion, table, row);
      rows++;
    }
    if (rows > 0) {
      insertion.executeBatch();
    }
    return rows;
  }

  /// A row may come before the one of the same table that it refers to.
  private void suspendLoops(Connection connection, DatabaseTable table) throws SQLException {
    if (h2 && !table.loops().isEmpty()) {
      execute(connection, "ALTER TABLE " + table.name() + " SET REFERENTIAL_INTEGRITY FALSE");
    } else {
      alterLoops(connection, table, "DEFERRABLE INITIALLY DEFERRED");
    }
  }

  private void resumeLoops(Connection connection, DatabaseTable table) throws SQLException {
    if (h2 && !table.loops().isEmpty()) {
      execute(connection, "ALTER TABLE " + table.name() + " SET REFERENTIAL_INTEGRITY TRUE CHECK");
    } else if (!table.loops().isEmpty()) {
      execute(connection, "SET CONSTRAINTS ALL IMMEDIATE");
      alterLoops(connection, table, "NOT DEFERRABLE");
    }
  }

  private static void alterLoops(Connection connection, DatabaseTable table, String how)
      throws SQLException {
    for (String key : table.loops()) {
      execute(
          connection,
          "ALTER TABLE %s ALTER CONSTRAINT \"%s\" %s".formatted(table.name(), key, how));
    }
  }

  /// Empties the database, as it was before.
  public void abandon() {
    run(
        connection -> {
          drop(connection);
          RestoreMark.remove(connection);
          return true;
        });
  }

  /// Says that everything is there.
  public void end() {
    run(
        connection -> {
          RestoreMark.remove(connection);
          sync(connection);
          return true;
        });
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
