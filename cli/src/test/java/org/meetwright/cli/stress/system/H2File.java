package org.meetwright.cli.stress.system;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.meetwright.core.database.DatabaseSettings;
import org.meetwright.core.database.TestDatabase;
import org.meetwright.core.database.h2.FilePassword;

/// An H2 file; it lives and dies with the server process.
public record H2File(Path directory) implements Store {
  @Override
  public DatabaseSettings settings() {
    return TestDatabase.h2In(directory);
  }

  @Override
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(
        settings().url() + ";AUTO_SERVER=TRUE", "meetwright", FilePassword.read(settings().url()));
  }

  @Override
  public void crash() {
    throw new UnsupportedOperationException("H2 has no process of its own");
  }

  @Override
  public void close() {}
}
