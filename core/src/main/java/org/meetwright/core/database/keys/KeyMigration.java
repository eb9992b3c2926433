package org.meetwright.core.database.keys;

import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/// Rebuilds the keys of all rows whenever [#FOLDING] is another than that of the last time: Flyway
/// repeats a migration without a version when its checksum changes, after all others.
public final class KeyMigration implements JavaMigration {
  /// Tells how letters are folded: a checksum of what `FoldedText` and `EmailAddress.key` answer.
  /// `FoldingTest` fails when it is not up to date, and says what it is.
  static final int FOLDING = -1891377081;

  private final @Nullable MigrationVersion version;

  private final boolean onTrial;

  private KeyMigration(@Nullable MigrationVersion version, boolean onTrial) {
    this.version = version;
    this.onTrial = onTrial;
  }

  /// Returns the migrations.
  ///
  /// @param onTrial whether they are tried on a copy, and warn of nothing
  public static JavaMigration[] all(boolean onTrial) {
    return List.of(once()[0], new KeyMigration(null, onTrial)).toArray(JavaMigration[]::new);
  }

  /// Returns those that are not repeated.
  public static JavaMigration[] once() {
    // Version 31 once did what the repeated one does now.
    return new JavaMigration[] {new KeyMigration(MigrationVersion.fromVersion("31"), false)};
  }

  /// Returns what changes whenever letters are folded in another way.
  public static int folding() {
    return FOLDING;
  }

  @Override
  public @Nullable MigrationVersion getVersion() {
    return version;
  }

  @Override
  public String getDescription() {
    return "fill keys";
  }

  @Override
  public @Nullable Integer getChecksum() {
    return version == null ? FOLDING : null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    if (version == null) {
      KeyColumns.fill(context.getConnection());
      List<String> left = HostKeys.fill(context.getConnection());
      if (!onTrial) {
        left.forEach(HostKeys::warn);
      }
    }
  }
}
