package org.meetwright.core.database.migration;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.output.RepairResult;
import org.jspecify.annotations.Nullable;

/// Which migrations there are, and what became of them.
public final class MigrationHistory {
  private final Flyway flyway;
  private final Function<FlywayException, RuntimeException> unusable;

  /// Creates the history.
  ///
  /// @param unusable makes what is thrown when the database cannot be asked
  public MigrationHistory(Flyway flyway, Function<FlywayException, RuntimeException> unusable) {
    this.flyway = flyway;
    this.unusable = unusable;
  }

  /// Returns the highest version that this program has.
  public String needed() {
    return asked(
        () ->
            Arrays.stream(flyway.info().all())
                .filter(migration -> !isForeign(migration))
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(String::valueOf)
                .orElse(""));
  }

  private static boolean isForeign(MigrationInfo migration) {
    return MigrationStep.of(migration).state() == MigrationStep.State.NEWER;
  }

  /// Returns all migrations, those of this program and those that the database has.
  public List<MigrationStep> steps() {
    return asked(() -> Arrays.stream(flyway.info().all()).map(MigrationStep::of).toList());
  }

  /// Returns what of the migrations that were run is not as this program has it; empty if all is.
  /// Those that are still to be run are no difference.
  public List<String> differences() {
    List<String> pending =
        steps().stream()
            .filter(step -> step.state() == MigrationStep.State.PENDING)
            .map(step -> step.version() == null ? "" : step.version())
            .toList();
    return asked(
        () ->
            flyway.validateWithResult().invalidMigrations.stream()
                .filter(migration -> migration.errorDetails != null)
                .filter(migration -> !pending.contains(migration.version))
                .map(
                    migration ->
                        (migration.version.isEmpty() ? migration.description : migration.version)
                            + ": "
                            + firstLine(migration.errorDetails.errorMessage))
                .toList());
  }

  /// Has the history forget migrations that failed, and take the checksums of this program. The
  /// schema itself is not changed.
  ///
  /// @return how many lines of the history were changed
  public int repair() {
    return asked(
        () -> {
          RepairResult result = flyway.repair();
          return result.migrationsRemoved.size()
              + result.migrationsAligned.size()
              + result.migrationsDeleted.size();
        });
  }

  /// Returns the first line of a message that is not empty.
  public static String firstLine(@Nullable String message) {
    return String.valueOf(message)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .findFirst()
        .orElse("");
  }

  private <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (FlywayException failed) {
      throw unusable.apply(failed);
    }
  }
}
