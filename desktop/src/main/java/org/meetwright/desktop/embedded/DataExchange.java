package org.meetwright.desktop.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.meetwright.core.backup.Restore;
import org.meetwright.core.database.h2.DatabaseFile;
import org.meetwright.core.files.PrivateDirectory;
import org.meetwright.desktop.task.Refusal;
import org.meetwright.server.settings.Settings;

/// Puts the data of a backup in the place of a database file, which is kept in a directory beside
/// it. No program may have the database open meanwhile.
final class DataExchange {
  /// The files of a database, without that of the keys: a backup adds its own to those.
  private static final List<String> SUFFIXES = List.of(".mv.db", ".password", ".trace.db");

  private final Settings settings;
  private final DatabaseFile database;
  private final Path kept;

  private DataExchange(Settings settings, DatabaseFile database, Path kept) {
    this.settings = settings;
    this.database = database;
    this.kept = kept;
  }

  /// Prepares it.
  ///
  /// @throws Refusal if the database is no file
  static DataExchange of(Settings settings, Instant now) {
    DatabaseFile database =
        DatabaseFile.of(settings.database().url())
            .orElseThrow(
                () ->
                    new Refusal(
                        "restore_elsewhere",
                        "file",
                        "The data is in "
                            + settings.database()
                            + ", not in a file of this computer. Restore into an empty database:"
                            + " meetwright restore FILE --database-url URL.",
                        null));
    String time =
        DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").format(now.atOffset(ZoneOffset.UTC));
    return new DataExchange(
        settings, database, database.directory().resolve("before-restore-" + time));
  }

  /// Returns the directory of the data that was there.
  Path kept() {
    return kept;
  }

  void fill(Path file, String passphrase) {
    PrivateDirectory.secure(kept, "meetwright");
    move(database.directory(), kept);
    var _ = new Restore(file, () -> passphrase).into(settings.database(), false, table -> {});
  }

  /// Makes all as it was.
  void undo() {
    move(kept, database.directory());
    try {
      Files.deleteIfExists(kept);
    } catch (IOException stays) {
      throw new UncheckedIOException(stays);
    }
  }

  /// Moves what is there; what is not stays where it is.
  private void move(Path from, Path to) {
    for (String suffix : SUFFIXES) {
      String name = database.name() + suffix;
      try {
        if (Files.exists(from.resolve(name))) {
          Files.move(from.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }
}
