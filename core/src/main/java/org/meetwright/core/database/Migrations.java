package org.meetwright.core.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.meetwright.core.database.DatabaseUnavailableException.Reason;
import org.meetwright.core.database.keys.KeyMigration;

/// Brings the schema to the version that this program needs.
public final class Migrations {
  private final DataSource dataSource;
  private final DatabaseKind kind;
  private final Flyway flyway;

  Migrations(DataSource dataSource, DatabaseKind kind) {
    this.dataSource = dataSource;
    this.kind = kind;
    flyway = configuration().load();
  }

  private FluentConfiguration configuration() {
    return Flyway.configure()
        .dataSource(dataSource)
        .locations("classpath:db/migration/common", kind.migrations())
        .javaMigrations(KeyMigration.all())
        .validateMigrationNaming(true)
        .cleanDisabled(true);
  }

  /// A schema, and what its keys of folded text are made with.
  ///
  /// @param schema the last migration's version
  /// @param folding changes whenever letters are folded in another way
  public record Version(String schema, int folding) {}

  /// Returns the version of the schema as it is; empty if there is none yet.
  ///
  /// @throws DatabaseUnavailableException if it is newer than this program
  public Optional<Version> version() {
    state();
    return Optional.ofNullable(flyway.info().current())
        .map(last -> new Version(last.getVersion().toString(), KeyMigration.folding()));
  }

  /// Returns whether this program knows all migrations up to a version.
  public boolean knows(Version version) {
    MigrationVersion wanted = MigrationVersion.fromVersion(version.schema());
    return Arrays.stream(flyway.info().all())
        .anyMatch(migration -> wanted.equals(migration.getVersion()));
  }

  /// Makes a schema as it was at a version, in a database that has none, other than what says that
  /// it is being restored.
  ///
  /// @throws DatabaseUnavailableException if that fails
  public void make(Version version) {
    FluentConfiguration old =
        configuration()
            .baselineOnMigrate(true)
            .baselineVersion("0")
            .target(MigrationVersion.fromVersion(version.schema()));
    if (version.folding() != KeyMigration.folding()) {
      // Keys that were made otherwise are made anew once the rows are there.
      old.javaMigrations(KeyMigration.once());
    }
    try {
      old.load().migrate();
      if (kind == DatabaseKind.H2) {
        sync();
      }
    } catch (FlywayException failed) {
      throw unusable(failed);
    }
  }

  /// Where a schema stands.
  public enum State {
    /// There is none yet.
    EMPTY,
    /// Migrations of this program are still to be run.
    OLDER,
    /// It is what this program needs.
    CURRENT
  }

  /// Returns where the schema stands. Changes nothing.
  ///
  /// @throws DatabaseUnavailableException if it is newer than this program
  public State state() {
    try {
      MigrationInfo[] all = flyway.info().all();
      for (MigrationInfo migration : all) {
        if (migration.getState() == MigrationState.FUTURE_SUCCESS
            || migration.getState() == MigrationState.FUTURE_FAILED) {
          throw new DatabaseUnavailableException(
              Reason.OTHER_VERSION,
              "The database has version "
                  + migration.getVersion()
                  + ", which is newer than this program; install a newer Meetwright."
                  + " Nothing was changed.",
              null);
        }
      }
      if (Arrays.stream(all).noneMatch(migration -> migration.getState().isApplied())) {
        return State.EMPTY;
      }
      return Arrays.stream(all).anyMatch(Migrations::isToRun) ? State.OLDER : State.CURRENT;
    } catch (FlywayException failed) {
      throw unusable(failed);
    }
  }

  /// Outdated is one that is repeated, such as that of the keys.
  private static boolean isToRun(MigrationInfo migration) {
    return migration.getState() == MigrationState.PENDING
        || migration.getState() == MigrationState.OUTDATED;
  }

  /// Runs the migrations that are still to be run, each in a transaction where the database can.
  ///
  /// @return how many were run
  /// @throws DatabaseUnavailableException if the schema is newer than this program or not its own
  public int migrate() {
    state();
    try {
      int run = flyway.migrate().migrationsExecuted;
      if (kind == DatabaseKind.H2 && run > 0) {
        sync();
      }
      return run;
    } catch (FlywayException failed) {
      throw unusable(failed);
    }
  }

  /// Has H2 write what it has so far in memory alone.
  private void sync() {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(FileSync.CALL);
    } catch (SQLException failed) {
      throw new DatabaseUnavailableException(
          "The migrated database cannot be written: " + failed.getMessage(), failed);
    }
  }

  private static DatabaseUnavailableException unusable(FlywayException failed) {
    String firstLine = String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
    return new DatabaseUnavailableException(
        "The database cannot be migrated: " + firstLine, failed);
  }
}
