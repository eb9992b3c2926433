package org.meetwright.core.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.meetwright.core.access.secrets.CarriedKeys;
import org.meetwright.core.backup.BackupReport.TableReport;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.DatabaseUnavailableException;
import org.meetwright.core.database.Migrations.Version;
import org.meetwright.core.database.copy.DatabaseSnapshot;
import org.meetwright.core.database.table.DatabaseTable;

/// Writes all data of a database to a file, as it is at one instant, while others go on writing.
public final class Backup {
  private final Database database;
  private final InstantSource clock;

  /// @param database whose schema may be that of an earlier version
  public Backup(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Writes a file.
  ///
  /// @param written is told of each table
  /// @return what is in it
  /// @throws BackupException if it cannot be written
  /// @throws DatabaseUnavailableException if the database cannot be read, or has nothing
  public BackupReport write(BackupFile file, Consumer<TableReport> written) {
    Version version =
        database
            .migrations()
            .version()
            .orElseThrow(
                () ->
                    new DatabaseUnavailableException("The database is empty: nothing to back up."));
    try {
      return file.write(
          out ->
              DatabaseSnapshot.<BackupReport, IOException>read(
                  database,
                  snapshot -> {
                    boolean encrypted = file.passphrase() != null;
                    BackupHead head = head(version, snapshot.keyIds(), encrypted);
                    BackupWriter writer = new BackupWriter(out, head);
                    for (DatabaseTable table : snapshot.tables()) {
                      if (!BackupLines.LEFT_OUT.contains(table.name())) {
                        writer.begin(table);
                        snapshot.<IOException>rows(table, writer::row);
                        written.accept(writer.end());
                      }
                    }
                    return new BackupReport(head, encrypted, writer.finish());
                  }));
    } catch (IOException failed) {
      throw BackupException.unwritable(file.path(), failed);
    }
  }

  private BackupHead head(Version version, List<String> keyIds, boolean encrypted) {
    return new BackupHead(
        BackupHead.FORMAT,
        BackupHead.VERSION,
        version.schema(),
        version.folding(),
        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
        database.kind().name().toLowerCase(Locale.ROOT),
        keyIds,
        encrypted ? CarriedKeys.of(database.keyFile()) : List.of());
  }

  /// Reads a file to its end, and checks every checksum. No database is needed.
  ///
  /// @param passphrase asked if it is encrypted
  /// @throws BackupException if it cannot be read, or is not as it was written
  public static BackupReport verify(Path file, Supplier<String> passphrase) {
    try (BackupReader reader = BackupFile.open(file, passphrase)) {
      while (reader.next() != null) {
        while (reader.row() != null) {
          // Its checksum is checked.
        }
      }
      return new BackupReport(reader.head(), BackupFile.isEncrypted(file), reader.tables());
    } catch (IOException failed) {
      throw BackupException.unreadable(file, failed);
    }
  }
}
