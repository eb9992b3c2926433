package org.meetwright.core.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.meetwright.core.database.h2.FilePassword;

/// A fresh database of either kind, for one test: a real H2 file, or a database on a real
/// PostgreSQL server that all tests of the JVM share.
public final class TestDatabase implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String TEMPLATE = "meetwright_template";
  private static EmbeddedPostgres server;
  private static TestDatabase template;

  private final Path home;
  private final DatabaseSettings settings;

  private TestDatabase(Path home, DatabaseSettings settings) {
    this.home = home;
    this.settings = settings;
  }

  /// Creates a database whose schema is current.
  public static TestDatabase create(DatabaseKind kind) {
    TestDatabase created = empty(kind, TEMPLATE);
    if (kind == DatabaseKind.H2) {
      copyTemplate(created.home);
    }
    return created;
  }

  /// Creates a database on PostgreSQL that knows of no letters outside ASCII (`LC_CTYPE=C`), whose
  /// schema is current.
  public static TestDatabase createInC() {
    TestDatabase created = empty(DatabaseKind.POSTGRESQL, "template0 ENCODING 'UTF8' LOCALE 'C'");
    migrate(created.settings);
    return created;
  }

  /// Creates a database without a schema.
  public static TestDatabase empty(DatabaseKind kind) {
    return empty(kind, "template1");
  }

  /// Returns the settings of the H2 database in a data directory.
  public static DatabaseSettings h2In(Path home) {
    return new DatabaseSettings(
        DatabaseSettings.h2Url(home),
        "",
        "",
        DatabaseSettings.DEFAULT_POOL_SIZE,
        home.resolve("meetwright.key"));
  }

  private static TestDatabase empty(DatabaseKind kind, String template) {
    try {
      Path home = Files.createTempDirectory("meetwright-test");
      return new TestDatabase(
          home,
          kind == DatabaseKind.H2
              ? h2In(home)
              : postgres("test_" + COUNT.incrementAndGet(), template, home));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static synchronized DatabaseSettings postgres(String name, String template, Path home)
      throws IOException {
    if (server == null) {
      server =
          EmbeddedPostgres.builder()
              .setServerConfig("max_connections", "300")
              // Nothing has to outlive the tests, so nothing waits for the disk.
              .setServerConfig("fsync", "off")
              .setServerConfig("full_page_writes", "off")
              .start();
      execute("CREATE DATABASE " + TEMPLATE);
      migrate(settings(TEMPLATE, home));
    }
    execute("CREATE DATABASE " + name + " TEMPLATE " + template);
    return settings(name, home);
  }

  private static DatabaseSettings settings(String name, Path home) {
    String url = server.getJdbcUrl("postgres", name);
    return new DatabaseSettings(
        url, "", "", DatabaseSettings.DEFAULT_POOL_SIZE, home.resolve("meetwright.key"));
  }

  /// Puts the files of an H2 database whose schema is current into a directory. They are made once.
  private static synchronized void copyTemplate(Path home) {
    try {
      if (template == null) {
        template = empty(DatabaseKind.H2);
        migrate(template.settings);
        Runtime.getRuntime().addShutdownHook(new Thread(template::close));
      }
      try (DirectoryStream<Path> files = Files.newDirectoryStream(template.home)) {
        for (Path file : files) {
          Path copy = home.resolve(file.getFileName());
          Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void migrate(DatabaseSettings settings) {
    try (Database database = Database.open(settings)) {
      database.migrations().migrate();
    }
  }

  private static void execute(String sql) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /// Returns where the database is.
  public DatabaseSettings settings() {
    return settings;
  }

  /// Returns a directory of this database's own, empty but for H2's files.
  public Path home() {
    return home;
  }

  /// Opens the database.
  public Database open() {
    return Database.open(settings);
  }

  /// Connects to it past the program.
  public Connection connect() throws SQLException {
    return settings.kind() == DatabaseKind.H2
        ? DriverManager.getConnection(
            settings.url() + ";AUTO_SERVER=TRUE", "meetwright", FilePassword.read(settings.url()))
        : DriverManager.getConnection(settings.url());
  }

  /// Deletes the directory, and the database if it is PostgreSQL's.
  @Override
  public void close() {
    if (settings.kind() == DatabaseKind.POSTGRESQL) {
      String name = settings.url().replaceFirst(".*/(test_\\d+).*", "$1");
      execute("DROP DATABASE " + name + " WITH (FORCE)");
    }
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
