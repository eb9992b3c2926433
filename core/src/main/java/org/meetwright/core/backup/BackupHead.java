package org.meetwright.core.backup;

import java.util.List;
import org.meetwright.core.database.Migrations.Version;

/// The first line of a backup.
///
/// @param format [#FORMAT]
/// @param version of the format; a reader refuses one that it does not know
/// @param schema the version of the database's last migration
/// @param folding with what the keys of folded text are made; another means that they are made anew
/// @param madeAt when it was begun, as RFC 3339
/// @param database `h2` or `postgresql`
/// @param keyIds the ids of the keys that secrets are sealed with
/// @param keys those keys and former ones, in base64; empty unless the backup is encrypted
public record BackupHead(
    String format,
    int version,
    String schema,
    int folding,
    String madeAt,
    String database,
    List<String> keyIds,
    List<String> keys) {
  static final String FORMAT = "meetwright-backup";
  static final int VERSION = 1;

  /// Creates the head.
  public BackupHead {
    keyIds = List.copyOf(keyIds);
    keys = List.copyOf(keys);
  }

  Version schemaVersion() {
    return new Version(schema, folding);
  }

  /// Returns whether the secrets can only be read with a key file that was kept elsewhere.
  public boolean lacksKeys() {
    return !keyIds.isEmpty() && keys.isEmpty();
  }
}
