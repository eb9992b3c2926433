package org.meetwright.cli.stress;

import java.sql.Connection;
import java.sql.SQLException;
import org.meetwright.core.database.DatabaseSettings;

/// Where the servers keep their data.
interface Store extends AutoCloseable {
  DatabaseSettings settings();

  /// Connects past the program.
  Connection connect() throws SQLException;

  /// Ends the database as a loss of power would, and starts it again on what it had written.
  void crash();

  @Override
  void close();
}
