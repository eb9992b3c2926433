package org.meetwright.core.rate;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Stands in for the database's driver while it is open, so that what the program sends is seen as
/// the driver would see it. The program is not changed for that.
final class RecordingDriver implements Driver, AutoCloseable {
  private final Driver real;
  private final Recording recording = new Recording();
  private volatile @Nullable String url;
  private volatile @Nullable Properties login;

  private RecordingDriver(Driver real) {
    this.real = real;
  }

  /// Takes the place of the driver that serves a URL.
  static RecordingDriver insteadOfDriverOf(String url) throws SQLException {
    Driver real = DriverManager.getDriver(url);
    RecordingDriver driver = new RecordingDriver(real);
    DriverManager.deregisterDriver(real);
    DriverManager.registerDriver(driver);
    return driver;
  }

  Recording recording() {
    return recording;
  }

  /// Returns a connection past the recording, opened as the program opened its own.
  Connection connectAsTheProgram() throws SQLException {
    String known = url;
    if (known == null) {
      throw new SQLException("The program has not connected yet");
    }
    return real.connect(known, login);
  }

  @Override
  public @Nullable Connection connect(String to, Properties info) throws SQLException {
    Connection connection = real.connect(to, info);
    if (connection == null) {
      return null;
    }
    url = to;
    login = info;
    return recording.of(connection);
  }

  @Override
  public boolean acceptsURL(String to) throws SQLException {
    return real.acceptsURL(to);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String to, Properties info) throws SQLException {
    return real.getPropertyInfo(to, info);
  }

  @Override
  public int getMajorVersion() {
    return real.getMajorVersion();
  }

  @Override
  public int getMinorVersion() {
    return real.getMinorVersion();
  }

  @Override
  public boolean jdbcCompliant() {
    return real.jdbcCompliant();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger(Logger.GLOBAL_LOGGER_NAME);
  }

  /// Gives the driver its place back.
  @Override
  public void close() throws SQLException {
    DriverManager.deregisterDriver(this);
    DriverManager.registerDriver(real);
  }
}
