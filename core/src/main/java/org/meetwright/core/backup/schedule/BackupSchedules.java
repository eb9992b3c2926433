package org.meetwright.core.backup.schedule;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.database.Database;
import org.meetwright.core.outbox.Outbox;
import org.meetwright.core.value.Ids;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;

/// Which backups the server makes by itself: one schedule a directory.
public final class BackupSchedules {
  private static final int LONGEST_PATH = 1000;
  private static final int MOST_KEPT = 1000;

  private final Database database;
  private final Outbox outbox;
  private final InstantSource clock;

  /// Creates the service.
  public BackupSchedules(Database database, Outbox outbox, InstantSource clock) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  /// Has backups made from now on, the first at once. It replaces a schedule of that directory.
  ///
  /// @param kept how many of the newest are kept, 1 to 1000
  /// @param passphraseFile null not to encrypt them
  /// @throws InvalidValueException if a path is not absolute or too long, or the number out of
  ///   range
  public BackupSchedule set(
      Path directory, Repetition repeated, int kept, @Nullable Path passphraseFile) {
    Text.number("keep", kept, 1, MOST_KEPT);
    BackupSchedule schedule =
        new BackupSchedule(
            Ids.next(),
            path("directory", directory),
            repeated,
            kept,
            passphraseFile == null ? null : path("passphraseFile", passphraseFile),
            now(),
            null,
            null);
    database.inTransaction(
        tx -> {
          BackupScheduleMapper mapper = tx.mapper(BackupScheduleMapper.class);
          mapper.delete(schedule.directory());
          mapper.insert(schedule);
          BackupDue due = new BackupDue(schedule.id());
          outbox.put(
              tx,
              List.of(
                  BackupDue.KIND.message(
                      BackupDue.KIND + "-" + schedule.id(), null, due, schedule.createdAt())));
          return null;
        });
    return schedule;
  }

  private static String path(String field, Path path) {
    String text = path.toString();
    if (!path.isAbsolute() || text.length() > LONGEST_PATH) {
      throw new InvalidValueException(
          field,
          "must be an absolute path of at most "
              + LONGEST_PATH
              + " characters, not "
              + InvalidValueException.shown(text));
    }
    return text;
  }

  /// Has no more backups made into a directory. Those that are there stay.
  ///
  /// @return whether there was a schedule
  public boolean end(Path directory) {
    return database.inTransaction(
        tx -> tx.mapper(BackupScheduleMapper.class).delete(directory.toString()) > 0);
  }

  /// Returns all schedules, 100 at most.
  public List<BackupSchedule> list() {
    return database.read(tx -> tx.mapper(BackupScheduleMapper.class).list());
  }

  Optional<BackupSchedule> find(UUID id) {
    return database.read(tx -> Optional.ofNullable(tx.mapper(BackupScheduleMapper.class).find(id)));
  }

  void noteDone(UUID id, Instant at) {
    database.inTransaction(tx -> tx.mapper(BackupScheduleMapper.class).noteDone(id, at));
  }

  void noteFailed(UUID id, String error) {
    String cut = error.substring(0, Math.min(error.length(), LONGEST_PATH));
    database.inTransaction(tx -> tx.mapper(BackupScheduleMapper.class).noteFailed(id, cut));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
