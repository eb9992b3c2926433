package org.meetwright.core.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.meetwright.core.files.OwnerOnly;
import org.meetwright.core.files.PrivateDirectory;
import org.meetwright.core.files.UnsafeDirectoryException;

/// Opens connections, and says plainly why it can't.
final class Connections {
  static final String H2_USER = "meetwright";

  private static final Logger LOG = Logger.getLogger(Connections.class.getName());
  private static final Pattern PASSWORD = Pattern.compile("(?i);password=");

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

  private final DatabaseSettings settings;
  private final String url;
  private final Properties login;
  private final Optional<DatabaseFile> file;

  private Connections(
      DatabaseSettings settings, String url, Properties login, Optional<DatabaseFile> file) {
    this.settings = settings;
    this.url = url;
    this.login = login;
    this.file = file;
  }

  /// Finds the way to a database.
  ///
  /// @throws DatabaseUnavailableException if it cannot be reached or its directory is not safe
  static Connections to(DatabaseSettings settings) {
    return settings.kind() == DatabaseKind.H2 ? toH2(settings) : toPostgres(settings);
  }

  private static Connections toH2(DatabaseSettings settings) {
    // The port that AUTO_SERVER opens is for this machine alone.
    System.setProperty("h2.bindAddress", "127.0.0.1");
    String url = withH2Options(settings.url());
    Optional<DatabaseFile> file = DatabaseFile.of(url);
    file.ifPresent(Connections::secure);
    Properties login = new Properties();
    login.setProperty("user", settings.user().isEmpty() ? H2_USER : settings.user());
    boolean given =
        !settings.user().isEmpty()
            || !settings.password().isEmpty()
            || PASSWORD.matcher(url).find();
    if (file.isPresent() && !given) {
      signIn(settings, url, file.get(), login);
    } else {
      addPassword(settings, login);
      refuseUnreachable(settings, url, login);
    }
    return new Connections(settings, url, login, file);
  }

  private static Connections toPostgres(DatabaseSettings settings) {
    Properties login = new Properties();
    if (!settings.user().isEmpty()) {
      login.setProperty("user", settings.user());
    }
    addPassword(settings, login);
    login.setProperty("loginTimeout", "10");
    login.setProperty("ApplicationName", "Meetwright");
    refuseUnreachable(settings, settings.url(), login);
    return new Connections(settings, settings.url(), login, Optional.empty());
  }

  private static void addPassword(DatabaseSettings settings, Properties login) {
    if (!settings.password().isEmpty()) {
      login.setProperty("password", settings.password());
    }
  }

  private static void secure(DatabaseFile file) {
    try {
      PrivateDirectory.secure(file.directory(), file.name());
    } catch (UnsafeDirectoryException unsafe) {
      throw new DatabaseUnavailableException(String.valueOf(unsafe.getMessage()), unsafe);
    }
  }

  private static void signIn(
      DatabaseSettings settings, String url, DatabaseFile file, Properties login) {
    String user = login.getProperty("user");
    FileLogin own =
        new FileLogin(file, password -> DriverManager.getConnection(url, user, password));
    try {
      login.setProperty("password", own.password());
    } catch (SQLException failed) {
      throw Unreachable.because(settings, failed);
    } catch (IOException failed) {
      throw new DatabaseUnavailableException(
          "The password of the database "
              + settings
              + " cannot be read or written ("
              + failed
              + "); the file "
              + new FilePassword(file)
              + " has to belong to who runs this program.",
          failed);
    }
  }

  /// Opens a pool for transactions.
  HikariDataSource open() {
    return open(settings.poolSize(), "meetwright");
  }

  /// Opens the pool that the syncs of H2 come from, one at a time. They must not queue behind the
  /// transactions that wait for them.
  HikariDataSource openForSync() {
    return open(1, "meetwright-sync");
  }

  private HikariDataSource open(int size, String name) {
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl(url);
    pool.setDataSourceProperties(login);
    pool.setMaximumPoolSize(size);
    pool.setConnectionTimeout(TimeUnit.SECONDS.toMillis(15));
    pool.setPoolName(name);
    HikariDataSource opened = new HikariDataSource(pool);
    file.ifPresent(Connections::tighten);
    return opened;
  }

  /// Keeps from others what H2 has just made. Their directory is closed to others anyway.
  private static void tighten(DatabaseFile file) {
    try {
      // H2 writes it when something fails, much later.
      OwnerOnly.open(file.with(".trace.db"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
          .close();
      OwnerOnly.tightenAll(file.directory(), file.name() + ".*");
    } catch (IOException failed) {
      LOG.log(
          Level.WARNING, "The files of the database " + file.path() + " keep their modes", failed);
    }
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
      throw Unreachable.because(settings, failed);
    }
  }
}
