package org.meetwright.core.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.meetwright.core.database.DatabaseUnavailableException.Reason;
import org.meetwright.core.database.h2.DatabaseFile;
import org.meetwright.core.database.keys.KeyMigration;
import org.meetwright.core.database.migration.FileCopy;
import org.meetwright.core.database.migration.MigrationHistory;
import org.meetwright.core.database.migration.MigrationMark;

/// Brings the schema to the version that this program needs.
public final class Migrations {
  private final HikariDataSource dataSource;
  private final DatabaseSettings settings;
  private final Flyway flyway;

  Migrations(HikariDataSource dataSource, DatabaseSettings settings) {
    this.dataSource = dataSource;
    this.settings = settings;
    flyway = configuration(dataSource).load();
  }

  private FluentConfiguration configuration(DataSource on) {
    DatabaseKind kind = settings.kind();
    return Flyway.configure()
        .dataSource(on)
        .locations("classpath:db/migration/common", kind.migrations())
        .javaMigrations(KeyMigration.all(!on.equals(dataSource)))
        .validateMigrationNaming(true)
        .cleanDisabled(true)
        // Numbers are reserved by branches: one may come after a higher one was run.
        .outOfOrder(true)
        // All in one transaction, where changes of the schema can be rolled back.
        .group(kind == DatabaseKind.POSTGRESQL);
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
        configuration(dataSource)
            .baselineOnMigrate(true)
            .baselineVersion("0")
            .target(MigrationVersion.fromVersion(version.schema()));
    if (version.folding() != KeyMigration.folding()) {
      // Keys that were made otherwise are made anew once the rows are there.
      old.javaMigrations(KeyMigration.once());
    }
    try {
      old.load().migrate();
      if (settings.kind() == DatabaseKind.H2) {
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

  /// Returns those still to be run whose numbers are below one that was run, so that they come
  /// late.
  public List<String> late() {
    try {
      MigrationInfo current = flyway.info().current();
      MigrationVersion last = current == null ? null : current.getVersion();
      return Arrays.stream(flyway.info().pending())
          .map(MigrationInfo::getVersion)
          .filter(version -> version != null && last != null && version.compareTo(last) < 0)
          .map(MigrationVersion::toString)
          .toList();
    } catch (FlywayException failed) {
      throw unusable(failed);
    }
  }

  /// Returns which migrations there are, and what became of them.
  public MigrationHistory history() {
    return new MigrationHistory(flyway, Migrations::unusable);
  }

  /// Runs the migrations that are still to be run. If one fails, the database is as it was: on
  /// PostgreSQL all are one transaction; H2, which commits each change of a schema by itself, runs
  /// them on a copy first. The copy of before stays beside the file; if this program is killed
  /// meanwhile, it is put back when the file is next opened.
  ///
  /// @return how many were run
  /// @throws DatabaseUnavailableException if the schema is newer than this program or not its own,
  ///   or a migration fails
  public int migrate() {
    Optional<MigrationMark> mark =
        state() == State.OLDER && settings.kind() == DatabaseKind.H2
            ? DatabaseFile.of(settings.url()).map(this::tryOnCopy)
            : Optional.empty();
    try {
      int run = flyway.migrate().migrationsExecuted;
      if (settings.kind() == DatabaseKind.H2 && run > 0) {
        sync();
      }
      mark.ifPresent(MigrationMark::clear);
      return run;
    } catch (FlywayException failed) {
      throw unusable(failed);
    }
  }

  private MigrationMark tryOnCopy(DatabaseFile file) {
    String name = "before-" + history().needed();
    try (FileCopy copy = FileCopy.of(dataSource, file, name)) {
      configuration(copy.unpacked()).load().migrate();
      return MigrationMark.set(file, copy.path());
    } catch (FlywayException failed) {
      throw unusable(failed);
    } catch (SQLException | IOException failed) {
      throw new DatabaseUnavailableException(
          "No copy of the database could be made before its migration ("
              + MigrationHistory.firstLine(failed.getMessage())
              + "); make room in "
              + file.directory()
              + " for two more of it. Nothing was changed.",
          failed);
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
    return new DatabaseUnavailableException(
        "The database cannot be migrated: "
            + MigrationHistory.firstLine(failed.getMessage())
            + " Nothing was changed: go on with the version of Meetwright that you had, and report"
            + " this; meetwright migrate status shows where it stands.",
        failed);
  }
}
