package org.meetwright.core.database;

import java.sql.SQLException;
import java.util.regex.Pattern;
import org.h2.api.ErrorCode;
import org.meetwright.core.database.DatabaseUnavailableException.Reason;

/// Says plainly why a database cannot be used.
final class Unreachable {
  /// What H2 says while another program changes its lock file.
  private static final Pattern LOCK =
      Pattern.compile(
          "Lock file (exists|recently modified)|Another process was faster|Concurrent update");

  private Unreachable() {}

  static DatabaseUnavailableException because(DatabaseSettings settings, SQLException failed) {
    return new DatabaseUnavailableException(
        reason(settings, failed), explain(settings, failed), failed);
  }

  /// Returns whether the program that had an H2 file open may just be ending: then it answers no
  /// more, and has not let go of the file yet.
  static boolean isPassing(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException said && isPassing(said)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPassing(SQLException failed) {
    return switch (failed.getErrorCode()) {
      case ErrorCode.CONNECTION_BROKEN_1, ErrorCode.DATABASE_ALREADY_OPEN_1 -> true;
      case ErrorCode.ERROR_OPENING_DATABASE_1 ->
          LOCK.matcher(String.valueOf(failed.getMessage())).find();
      default -> false;
    };
  }

  private static Reason reason(DatabaseSettings settings, SQLException failed) {
    if (settings.kind() == DatabaseKind.POSTGRESQL) {
      return Reason.UNREACHABLE;
    }
    return switch (failed.getErrorCode()) {
      case ErrorCode.DATABASE_ALREADY_OPEN_1 -> Reason.IN_USE;
      case ErrorCode.FILE_VERSION_ERROR_1 -> Reason.OTHER_VERSION;
      default -> Reason.UNREACHABLE;
    };
  }

  private static String explain(DatabaseSettings settings, SQLException failed) {
    if (settings.kind() == DatabaseKind.H2) {
      return switch (failed.getErrorCode()) {
        case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
            "The database "
                + settings
                + " is in use by another program that does not share it;"
                + " end that program, or choose another data directory with --home.";
        case ErrorCode.WRONG_USER_OR_PASSWORD ->
            "The database "
                + settings
                + " refuses its user or password; check database.user and database.password, or,"
                + " where neither is set, that the file with the password that lies beside it"
                + " (.password) is the one that belongs to it.";
        case ErrorCode.FILE_VERSION_ERROR_1 ->
            "The database "
                + settings
                + " was written by another version of H2;"
                + " start the version of Meetwright that wrote it.";
        default ->
            "The database "
                + settings
                + " cannot be opened: "
                + firstLine(failed)
                + ". Check that its directory can be written.";
      };
    }
    String state = failed.getSQLState() == null ? "" : failed.getSQLState();
    if (state.startsWith("08")) {
      return "The database "
          + settings
          + " cannot be reached: "
          + firstLine(failed)
          + " Check database.url and that PostgreSQL is running.";
    }
    if (state.startsWith("28")) {
      return "The database "
          + settings
          + " refuses its user or password;"
          + " check database.user and database.password.";
    }
    return "The database " + settings + " cannot be used: " + firstLine(failed);
  }

  private static String firstLine(SQLException failed) {
    return String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
  }
}
