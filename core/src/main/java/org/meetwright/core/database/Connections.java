package org.meetwright.core.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.meetwright.core.database.DatabaseUnavailableException.Reason;
import org.meetwright.core.database.h2.CommitGate;
import org.meetwright.core.database.h2.DatabaseFile;
import org.meetwright.core.database.h2.OpeningTurn;
import org.meetwright.core.database.migration.MigrationMark;
import org.meetwright.core.database.migration.MigrationMark.CopyGoneException;
import org.meetwright.core.files.OwnerOnly;
import org.meetwright.core.files.PrivateDirectory;
import org.meetwright.core.files.UnsafeDirectoryException;

/// Opens connections, and says plainly why it can't.
final class Connections implements AutoCloseable {
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
  private final Properties login = new Properties();
  private final Optional<DatabaseFile> file;
  private final Optional<OpeningTurn> turn;

  /// Open until the pools are: H2 closes a file with its last connection, and opening takes long.
  private final List<Connection> kept = new ArrayList<>();

  private Connections(DatabaseSettings settings) {
    this.settings = settings;
    boolean h2 = settings.kind() == DatabaseKind.H2;
    this.url = h2 ? withH2Options(settings.url()) : settings.url();
    this.file = h2 ? DatabaseFile.of(url) : Optional.empty();
    this.turn = file.map(this::takeTurn);
  }

  /// Finds the way to a database. No other program opens its file until this is closed; the pools
  /// go on.
  ///
  /// @throws DatabaseUnavailableException if it cannot be reached or its directory is not safe
  static Connections to(DatabaseSettings settings) {
    if (settings.kind() == DatabaseKind.H2) {
      // The port that AUTO_SERVER opens is for this machine alone.
      System.setProperty("h2.bindAddress", "127.0.0.1");
    }
    Connections connections = new Connections(settings);
    try {
      connections.signIn();
      return connections;
    } catch (RuntimeException failed) {
      connections.close();
      throw failed;
    }
  }

  private OpeningTurn takeTurn(DatabaseFile database) {
    try {
      PrivateDirectory.secure(database.directory(), database.name());
      return undone(database, OpeningTurn.take(database));
    } catch (UnsafeDirectoryException unsafe) {
      throw new DatabaseUnavailableException(String.valueOf(unsafe.getMessage()), unsafe);
    } catch (CopyGoneException gone) {
      throw new DatabaseUnavailableException(
          Reason.UNREACHABLE, String.valueOf(gone.getMessage()), gone);
    } catch (IOException failed) {
      throw unwritable(database.with(".open.lock"), failed);
    }
  }

  /// Puts back what a migration that was killed has left, while no other opens the file.
  private static OpeningTurn undone(DatabaseFile database, OpeningTurn taken) throws IOException {
    try {
      MigrationMark.undo(database);
      return taken;
    } catch (IOException | RuntimeException failed) {
      taken.close();
      throw failed;
    }
  }

  private DatabaseUnavailableException unwritable(Path path, IOException failed) {
    return new DatabaseUnavailableException(
        Reason.UNREACHABLE,
        "The database "
            + settings
            + " cannot be opened, as the file "
            + path
            + " cannot be read and written ("
            + failed
            + "). It has to belong to who runs this program.",
        failed);
  }

  private void signIn() {
    boolean h2 = settings.kind() == DatabaseKind.H2;
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
    boolean given =
        !settings.user().isEmpty()
            || !settings.password().isEmpty()
            || PASSWORD.matcher(url).find();
    if (file.isPresent() && !given) {
      signInAt(file.get());
    } else {
      refuseUnreachable();
    }
  }

  private void signInAt(DatabaseFile database) {
    FileLogin own = new FileLogin(database, this::keepOpen);
    try {
      login.setProperty("password", own.password());
    } catch (SQLException failed) {
      throw Unreachable.because(settings, failed);
    } catch (IOException failed) {
      throw unwritable(database.with(".password"), failed);
    }
  }

  private Connection keepOpen(String password) throws SQLException {
    Connection connection = DriverManager.getConnection(url, H2_USER, password);
    kept.add(connection);
    return connection;
  }

  private void refuseUnreachable() {
    try (Connection connection = DriverManager.getConnection(url, login)) {
      if (!connection.isValid(10)) {
        throw new DatabaseUnavailableException(
            Reason.UNREACHABLE, "The database " + settings + " does not answer.", null);
      }
    } catch (SQLException failed) {
      throw Unreachable.because(settings, failed);
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

  /// Lets other programs open the file.
  @Override
  public void close() {
    for (Connection connection : kept) {
      try {
        connection.close();
      } catch (SQLException failed) {
        LOG.log(Level.FINE, "A connection cannot be closed", failed);
      }
    }
    turn.ifPresent(OpeningTurn::close);
  }
}
