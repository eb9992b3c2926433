package org.meetwright.core.rate;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.DatabaseSettings;
import org.meetwright.core.database.h2.FilePassword;

/// A fresh database that writes to disk as an operator's does.
///
/// @param server the PostgreSQL server that was started for it; null if there is none
/// @param directory what is deleted in the end
public record Place(DatabaseSettings settings, @Nullable EmbeddedPostgres server, Path directory)
    implements AutoCloseable {
  private static final List<String> DURABLE = List.of("fsync", "synchronous_commit");

  /// Makes one, with the current schema.
  ///
  /// @param what `h2`, with other options after semicolons if there are any; `postgresql`, a server
  ///   that is started for it; or the JDBC URL of an empty database on a PostgreSQL server
  /// @param target where files may be put
  public static Place of(String what, Path target, int connections)
      throws IOException, SQLException {
    Path directory = Files.createTempDirectory(Files.createDirectories(target), "rate");
    Place place = place(what, directory, connections);
    try (Database database = Database.open(place.settings)) {
      database.migrations().migrate();
    }
    place.refuseUnsafe();
    return place;
  }

  private static Place place(String what, Path directory, int connections) throws IOException {
    if (what.startsWith("h2")) {
      String url = DatabaseSettings.h2Url(directory) + what.substring(2);
      return new Place(settings(url, connections, directory), null, directory);
    }
    if (what.equals("postgresql")) {
      EmbeddedPostgres server = startDurable(directory);
      String url = server.getJdbcUrl("postgres", "postgres");
      return new Place(settings(url, connections, directory), server, directory);
    }
    return new Place(settings(what, connections, directory), null, directory);
  }

  private static DatabaseSettings settings(String url, int connections, Path directory) {
    return new DatabaseSettings(url, "", "", connections, directory.resolve("meetwright.key"));
  }

  /// The embedded server's own defaults are made for tests: it syncs nothing.
  private static EmbeddedPostgres startDurable(Path directory) throws IOException {
    EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
    DURABLE.forEach(setting -> builder.setServerConfig(setting, "on"));
    return builder
        .setDataDirectory(directory.resolve("data"))
        .setOverrideWorkingDirectory(directory.toFile())
        .start();
  }

  private void refuseUnsafe() throws SQLException {
    if (settings.kind() == DatabaseKind.POSTGRESQL) {
      for (String setting : DURABLE) {
        String value = ask("SHOW " + setting);
        if (!value.equals("on")) {
          throw new IllegalStateException("PostgreSQL's " + setting + " is " + value + ", not on");
        }
      }
    }
  }

  /// Returns the product and its version.
  String version() throws SQLException {
    try (Connection connection = connect()) {
      var about = connection.getMetaData();
      return about.getDatabaseProductName() + " " + about.getDatabaseProductVersion();
    }
  }

  /// Returns the product and its version, without what the version adds in brackets.
  public String product() throws SQLException {
    return version().split(" \\(", 2)[0];
  }

  /// Runs a statement, in a transaction of its own.
  public void run(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// Returns the first column of the first row.
  public String ask(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  /// Returns how large the database is, in bytes.
  public long bytes() throws SQLException, IOException {
    return settings.kind() == DatabaseKind.H2
        ? Files.size(directory.resolve("meetwright.mv.db"))
        : Long.parseLong(ask("SELECT pg_database_size(current_database())"));
  }

  private Connection connect() throws SQLException {
    return settings.kind() == DatabaseKind.H2
        ? DriverManager.getConnection(
            settings.url() + ";AUTO_SERVER=TRUE", "meetwright", FilePassword.read(settings.url()))
        : DriverManager.getConnection(settings.url());
  }

  /// Stops what was started and deletes the files.
  @Override
  public void close() throws IOException {
    if (server != null) {
      server.close();
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
