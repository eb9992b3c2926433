package org.meetwright.cli.stress.system;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.meetwright.core.Patience;
import org.meetwright.core.database.DatabaseSettings;

/// A PostgreSQL server of its own, which can be crashed. It commits as durably as PostgreSQL does
/// by default.
public final class Postgres implements Store {
  /// Kept from being collected, since it is set to say nothing when a crashed server can't be
  /// ended.
  private static final Logger QUIET = Logger.getLogger(EmbeddedPostgres.class.getName());

  private final Path directory;
  private final int port = Ports.free();
  private EmbeddedPostgres server;

  private Postgres(Path directory) throws IOException {
    this.directory = directory;
    this.server = start();
  }

  /// Starts a server.
  ///
  /// @param directory for its data, created if there is none
  public static Postgres in(Path directory) {
    QUIET.setLevel(Level.OFF);
    try {
      return new Postgres(directory);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private EmbeddedPostgres start() throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(directory)
        .setCleanDataDirectory(false)
        .setPort(port)
        .setServerConfig("synchronous_commit", "on")
        .setPGStartupWait(Patience.LONG)
        .start();
  }

  @Override
  public DatabaseSettings settings() {
    String url = server.getJdbcUrl("postgres", "postgres");
    return new DatabaseSettings(
        url,
        "",
        "",
        DatabaseSettings.DEFAULT_POOL_SIZE,
        directory.resolveSibling("meetwright.key"));
  }

  @Override
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(settings().url());
  }

  /// Stops it in immediate mode, as `pg_ctl -m immediate stop` does: by SIGQUIT to its first
  /// process.
  @Override
  public void crash() {
    try {
      String pid = Files.readAllLines(directory.resolve("postmaster.pid")).getFirst().strip();
      ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
      new ProcessBuilder("kill", "-QUIT", pid).inheritIO().start().waitFor();
      postmaster.onExit().get(Patience.SECONDS, TimeUnit.SECONDS);
      server.close();
      server = start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (Exception failed) {
      throw new IllegalStateException("PostgreSQL did not end", failed);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
