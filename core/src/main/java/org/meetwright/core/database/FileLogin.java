package org.meetwright.core.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.api.ErrorCode;
import org.h2.jdbc.JdbcConnection;
import org.meetwright.core.database.DatabaseUnavailableException.Reason;
import org.meetwright.core.database.h2.DatabaseFile;
import org.meetwright.core.database.h2.FilePassword;
import org.meetwright.core.database.h2.OpeningTurn;

/// Logs in to an H2 database file with the password that is stored beside it, while no other
/// program does ([OpeningTurn]).
final class FileLogin {
  /// The file must not open without its password, whatever happens to this program.
  private static final String WRITE = "CHECKPOINT SYNC";

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
    /// Connects. Whoever made this attempt closes what it opens.
    Connection with(String password) throws SQLException;
  }

  /// Returns a password that the database takes. A new database gets a random one. So does one of
  /// an earlier version, which has an empty one, as soon as no other program has it open.
  ///
  /// @throws DatabaseUnavailableException if its password is lost
  /// @throws SQLException if it cannot be opened
  String password() throws SQLException, IOException {
    boolean isNew = !database.exists();
    if (kept.exists() || isNew) {
      String password = kept.establish();
      try (Statement statement = attempt.with(password).createStatement()) {
        if (isNew) {
          statement.execute(WRITE);
        }
        return password;
      } catch (SQLException refused) {
        if (!isOfLogin(refused)) {
          throw refused;
        }
      }
    }
    return replaceEmpty();
  }

  private String replaceEmpty() throws SQLException, IOException {
    try (Statement statement = attempt.with("").createStatement()) {
      Connection connection = statement.getConnection();
      if (connection.unwrap(JdbcConnection.class).getSession().isRemote()) {
        // A program of an earlier version is running, and goes on using it.
        return "";
      }
      String password = kept.establish();
      statement.execute(
          "ALTER USER %s SET PASSWORD '%s'"
              .formatted(Connections.H2_USER, password.replace("'", "''")));
      statement.execute(WRITE);
      return password;
    } catch (SQLException refused) {
      if (!isOfLogin(refused)) {
        throw refused;
      }
      return kept(refused);
    }
  }

  /// Returns the password that the database has already, if it is the one that is kept.
  private String kept(SQLException refused) throws SQLException, IOException {
    if (!kept.exists()) {
      throw new DatabaseUnavailableException(
          Reason.UNREACHABLE,
          "The database "
              + database.path()
              + " cannot be opened without its password, and the file that keeps it, "
              + kept
              + ", is gone; put it back from a backup. docs/deployment.md says what to do without"
              + " one.",
          refused);
    }
    String password = kept.establish();
    attempt.with(password);
    return password;
  }

  private static boolean isOfLogin(SQLException refused) {
    return refused.getErrorCode() == ErrorCode.WRONG_USER_OR_PASSWORD;
  }
}
