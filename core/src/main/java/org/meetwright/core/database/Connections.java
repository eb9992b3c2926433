package org.meetwright.core.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.h2.api.ErrorCode;

/// Opens connections, and says plainly why it can't.
final class Connections {
  private static final String H2_USER = "meetwright";

  /// `AUTO_SERVER` lets several programs on one machine share the file. `WRITE_DELAY` keeps H2 from
  /// writing by itself: what is written is written by the sync that each transaction waits for
  /// ([SyncBarrier]), while no commit is under way ([CommitGate]). `RETENTION_TIME` is for how
  /// long, in ms, H2 writes nothing over what it wrote, in case it is not on disk yet; as every
  /// write is synced here, less than the usual 45 seconds will do. The query cache holds the
  /// statements of a booking; the eight that are usual make H2 parse each of them each time.
  private static final List<String> H2_OPTIONS =
      List.of(
          "AUTO_SERVER=TRUE",
          "WRITE_DELAY=2147483647",
          "RETENTION_TIME=5000",
          "LOCK_TIMEOUT=20000",
          "QUERY_CACHE_SIZE=100");

  private Connections() {}

  /// Opens the pool that the syncs of H2 come from, one at a time. They must not queue behind the
  /// transactions that wait for them.
  static HikariDataSource openForSync(DatabaseSettings settings) {
    return open(settings, 1, "meetwright-sync");
  }

  static HikariDataSource open(DatabaseSettings settings) {
    return open(settings, settings.poolSize(), "meetwright");
  }

  private static HikariDataSource open(DatabaseSettings settings, int size, String name) {
    boolean h2 = settings.kind() == DatabaseKind.H2;
    if (h2) {
      // The port that AUTO_SERVER opens is for this machine alone.
      System.setProperty("h2.bindAddress", "127.0.0.1");
    }
    String url = h2 ? withH2Options(settings.url()) : settings.url();
    Properties login = new Properties();
    String user = h2 && settings.user().isEmpty() ? H2_USER : settings.user();
    if (!user.isEmpty()) {
      login.setProperty("user", user);
    }
    if (!settings.password().isEmpty()) {
      login.setProperty("password", settings.password());
    }
    if (!h2) {
      login.setProperty("loginTimeout", "10");
      login.setProperty("ApplicationName", "Meetwright");
    }
    refuseUnreachable(settings, url, login);
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl(url);
    pool.setDataSourceProperties(login);
    pool.setMaximumPoolSize(size);
    pool.setConnectionTimeout(TimeUnit.SECONDS.toMillis(15));
    pool.setPoolName(name);
    return new HikariDataSource(pool);
  }

  private static String withH2Options(String url) {
    StringBuilder full = new StringBuilder(url);
    for (String option : H2_OPTIONS) {
      String name = option.substring(0, option.indexOf('='));
      if (!url.contains(";" + name + "=")
          && !(name.equals("AUTO_SERVER") && url.startsWith("jdbc:h2:mem:"))) {
        full.append(';').append(option);
      }
    }
    return full.toString();
  }

  private static void refuseUnreachable(DatabaseSettings settings, String url, Properties login) {
    try (Connection connection = DriverManager.getConnection(url, login)) {
      if (!connection.isValid(10)) {
        throw new DatabaseUnavailableException("The database " + settings + " does not answer.");
      }
    } catch (SQLException failed) {
      throw new DatabaseUnavailableException(explain(settings, failed), failed);
    }
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
                + " refuses its user or password;"
                + " check database.user and database.password.";
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
