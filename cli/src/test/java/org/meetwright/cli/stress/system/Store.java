package org.meetwright.cli.stress.system;

import java.sql.Connection;
import java.sql.SQLException;
import org.meetwright.core.database.DatabaseSettings;

/// Where the servers keep their data.
public interface Store extends AutoCloseable {
  /// Returns where it is.
  DatabaseSettings settings();

  /// Connects past the program.
  Connection connect() throws SQLException;

  /// Ends the database as a loss of power would, and starts it again on what it had written.
  void crash();

  @Override
  void close();
}
