package org.meetwright.core.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.api.ErrorCode;
import org.h2.jdbc.JdbcConnection;

/// Signs in at a database file of H2 by the password that is kept beside it.
final class FileLogin {
  private final DatabaseFile database;
  private final FilePassword kept;
  private final Attempt attempt;

  /// Creates the login.
  FileLogin(DatabaseFile database, Attempt attempt) {
    this.database = database;
    this.kept = new FilePassword(database);
    this.attempt = attempt;
  }

  /// Connects with a password.
  @FunctionalInterface
  interface Attempt {
    /// Connects.
    Connection with(String password) throws SQLException;
  }

  /// Returns a password that the database takes. A new database gets a random one. So does one of
  /// an earlier version, which has an empty one, as soon as no other program has it open.
  ///
  /// @throws DatabaseUnavailableException if its password is lost
  /// @throws SQLException if it cannot be opened
  String password() throws SQLException, IOException {
    if (!kept.exists() && database.exists()) {
      return takeOver();
    }
    String password = kept.establish();
    try (Connection _ = attempt.with(password)) {
      return password;
    } catch (SQLException refused) {
      if (isOfLogin(refused) && hasEmptyPassword()) {
        return replaceEmpty();
      }
      throw refused;
    }
  }

  private String takeOver() throws SQLException, IOException {
    try {
      return replaceEmpty();
    } catch (SQLException refused) {
      if (!isOfLogin(refused)) {
        throw refused;
      }
      if (kept.exists()) {
        // Another program was first.
        return password();
      }
      throw new DatabaseUnavailableException(
          "The database "
              + database.path()
              + " cannot be opened without its password, and the file that keeps it, "
              + kept
              + ", is gone; put it back from a backup. docs/deployment.md says what to do without"
              + " one.",
          refused);
    }
  }

  private boolean hasEmptyPassword() throws SQLException {
    try (Connection _ = attempt.with("")) {
      return true;
    } catch (SQLException refused) {
      if (isOfLogin(refused)) {
        return false;
      }
      throw refused;
    }
  }

  /// Replaces the empty password of a database, unless a program that goes on using it is running.
  private String replaceEmpty() throws SQLException, IOException {
    try (Connection connection = attempt.with("");
        Statement statement = connection.createStatement()) {
      if (connection.unwrap(JdbcConnection.class).getSession().isRemote()) {
        return "";
      }
      String password = kept.establish();
      statement.execute(
          "ALTER USER %s SET PASSWORD '%s'"
              .formatted(Connections.H2_USER, password.replace("'", "''")));
      return password;
    }
  }

  private static boolean isOfLogin(SQLException refused) {
    return refused.getErrorCode() == ErrorCode.WRONG_USER_OR_PASSWORD;
  }
}
