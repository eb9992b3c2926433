package org.meetwright.core.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.meetwright.core.access.secrets.CarriedKeys;
import org.meetwright.core.backup.BackupLines.TableBegin;
import org.meetwright.core.backup.BackupReport.TableReport;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.DatabaseSettings;
import org.meetwright.core.database.DatabaseUnavailableException;
import org.meetwright.core.database.copy.DatabaseSnapshot;
import org.meetwright.core.database.copy.Filling;
import org.meetwright.core.database.table.DatabaseTable;

/// Fills an empty database from a backup, of either kind, and compares what is there then.
public final class Restore {
  /// The tables in which an installation without hosts has rows of its own.
  private static final Set<String> OWN =
      Set.of(
          "archive_tally",
          "installation",
          "outbox",
          "rate_limit",
          "sign_in_tries",
          "used_challenge");

  private final Path file;
  private final Supplier<String> passphrase;

  /// @param passphrase asked if it is encrypted, and then more than once
  public Restore(Path file, Supplier<String> passphrase) {
    this.file = file;
    this.passphrase = passphrase;
  }

  /// Restores. The whole file is checked before the database is touched; if something fails later,
  /// the database is empty again. If the program is killed, the database says so to all programs,
  /// and this can be done again.
  ///
  /// @param withoutKeys whether to go on without the keys of the secrets, which are lost then
  /// @param filled is told of each table
  /// @return what was restored
  /// @throws BackupException if the file is refused, or the database has something
  /// @throws DatabaseUnavailableException if the database cannot be used, or others use it
  public BackupReport into(
      DatabaseSettings settings, boolean withoutKeys, Consumer<TableReport> filled) {
    BackupReport report = Backup.verify(file, passphrase);
    refuseLostKeys(report.head(), settings, withoutKeys);
    Filling.refuseShared(settings);
    try (Database database = Database.openToRestore(settings)) {
      if (!database.migrations().knows(report.head().schemaVersion())) {
        throw new BackupException(
            "The file %s has a database of version %s, which is newer than this program; install a newer Meetwright. Nothing was changed."
                .formatted(file, report.head().schema()));
      }
      Filling filling = new Filling(database);
      String occupied = filling.occupied(OWN);
      if (!occupied.isEmpty()) {
        throw new BackupException(
            "The database %s is not empty: %s has rows. Restore into a new one, with another --home or --database-url. Nothing was changed."
                .formatted(settings, occupied));
      }
      filling.begin(report.head().schemaVersion());
      try {
        fill(database, filling, report, filled);
      } catch (RuntimeException failed) {
        filling.abandon();
        throw failed;
      }
    }
    return report;
  }

  private void refuseLostKeys(BackupHead head, DatabaseSettings settings, boolean withoutKeys) {
    List<String> missing =
        head.lacksKeys() && !withoutKeys
            ? CarriedKeys.missing(settings.keys(), head.keyIds())
            : List.of();
    if (!missing.isEmpty()) {
      throw new BackupException(
          "Secrets in it are encrypted with the key %s, which is not in %s. Put a copy of the old key file there; or lose the secrets, with --without-keys. Nothing was changed."
              .formatted(String.join(", ", missing), settings.keys()));
    }
  }

  private void fill(
      Database database, Filling filling, BackupReport report, Consumer<TableReport> filled) {
    Map<String, DatabaseTable> tables = new HashMap<>();
    filling.tables().forEach(table -> tables.put(table.name(), table));
    tables.keySet().removeAll(BackupLines.LEFT_OUT);
    List<DatabaseTable> done = new ArrayList<>();
    try (BackupReader reader = BackupFile.open(file, passphrase)) {
      for (TableBegin begin = reader.next(); begin != null; begin = reader.next()) {
        DatabaseTable table = tables.remove(begin.table());
        if (table == null || !TableBegin.of(table).equals(begin)) {
          throw otherShape(begin.table(), report.head());
        }
        filling.<IOException>fill(table, reader::row);
        filled.accept(reader.tables().getLast());
        done.add(table);
      }
    } catch (IOException failed) {
      throw BackupException.unreadable(file, failed);
    }
    if (!tables.isEmpty()) {
      throw otherShape(tables.keySet().iterator().next(), report.head());
    }
    compare(database, done, report);
    CarriedKeys.add(database.keyFile(), report.head().keys());
    database.migrations().migrate();
    filling.end();
  }

  private BackupException otherShape(String table, BackupHead head) {
    return new BackupException(
        "The table %s of the file %s is not that of version %s as this program knows it. Restore it with the Meetwright that wrote it."
            .formatted(table, file, head.schema()));
  }

  private static void compare(Database database, List<DatabaseTable> tables, BackupReport report) {
    List<TableReport> found =
        DatabaseSnapshot.read(
            database,
            snapshot -> {
              List<TableReport> sums = new ArrayList<>();
              for (DatabaseTable table : tables) {
                RowSum sum = new RowSum(table.name());
                snapshot.<RuntimeException>rows(table, row -> sum.add(BackupLines.write(row)));
                sums.add(sum.report());
              }
              return sums;
            });
    for (TableReport table : report.tables()) {
      if (!found.contains(table)) {
        throw new BackupException(
            "The rows of %s in the database are not those of the file. Please report this."
                .formatted(table.table()));
      }
    }
  }
}
