package org.meetwright.core.database.migration;

import java.time.Instant;
import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;

/// One migration, as the database or this program knows it.
///
/// @param version null for one that is run again whenever it changes
/// @param state done, pending, failed, missing or newer
/// @param at when it was run; null if it was not
public record MigrationStep(
    @Nullable String version, String description, State state, @Nullable Instant at) {
  /// What became of it.
  public enum State {
    /// It was run.
    DONE,
    /// It is to be run.
    PENDING,
    /// It was begun, and failed.
    FAILED,
    /// It lies between others that were run, and was not.
    SKIPPED,
    /// A newer program ran it.
    NEWER;

    private static State of(MigrationInfo migration) {
      return switch (migration.getState()) {
        case PENDING, OUTDATED -> PENDING;
        case FAILED, FUTURE_FAILED, MISSING_FAILED -> FAILED;
        case FUTURE_SUCCESS, MISSING_SUCCESS -> NEWER;
        case IGNORED, ABOVE_TARGET, BELOW_BASELINE -> SKIPPED;
        default -> DONE;
      };
    }
  }

  /// Returns one of Flyway's.
  public static MigrationStep of(MigrationInfo migration) {
    return new MigrationStep(
        migration.getVersion() == null ? null : migration.getVersion().getVersion(),
        migration.getDescription(),
        State.of(migration),
        migration.getInstalledOn() == null ? null : migration.getInstalledOn().toInstant());
  }
}
