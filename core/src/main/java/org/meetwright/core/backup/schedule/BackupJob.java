package org.meetwright.core.backup.schedule;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.backup.Backup;
import org.meetwright.core.backup.BackupFile;
import org.meetwright.core.files.OwnerOnly;
import org.meetwright.core.outbox.Delivery;
import org.meetwright.core.outbox.Message;

/// Makes the backups of the schedules, and deletes those that are more than are to be kept, once a
/// new one is whole. One that fails is tried again soon; its schedule says why it failed.
public final class BackupJob implements Delivery<BackupDue> {
  private static final Logger LOG = Logger.getLogger(BackupJob.class.getName());
  private static final Duration TRY_AGAIN = Duration.ofMinutes(10);
  private static final Pattern OURS = Pattern.compile("meetwright-\\d{8}T\\d{6}Z\\.backup");
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'meetwright-'yyyyMMdd'T'HHmmss'Z.backup'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final BackupSchedules schedules;
  private final Backup backup;
  private final InstantSource clock;

  /// Creates the job.
  public BackupJob(BackupSchedules schedules, Backup backup, InstantSource clock) {
    this.schedules = schedules;
    this.backup = backup;
    this.clock = clock;
  }

  @Override
  public void deliver(BackupDue due, Message message) throws Again {
    Optional<BackupSchedule> found = schedules.find(due.scheduleId());
    if (found.isEmpty()) {
      return;
    }
    BackupSchedule schedule = found.get();
    Instant begun = clock.instant();
    try {
      make(schedule, begun);
      schedules.noteDone(schedule.id(), begun.truncatedTo(ChronoUnit.MICROS));
    } catch (IOException | RuntimeException failed) {
      LOG.log(Level.WARNING, failed, () -> "No backup was made in " + schedule.directory());
      schedules.noteFailed(schedule.id(), String.valueOf(failed.getMessage()));
      throw new Again(TRY_AGAIN);
    }
    Duration took = Duration.between(begun, clock.instant());
    throw new Again(schedule.repeated().length().minus(took));
  }

  private void make(BackupSchedule schedule, Instant at) throws IOException {
    Path directory = Path.of(schedule.directory());
    OwnerOnly.createDirectories(directory);
    Path file = directory.resolve(NAME.format(at));
    // A file of this second is one that was whole before the program was killed.
    backup.write(new BackupFile(file, true, passphrase(schedule)), _ -> {});
    for (Path old : surplus(directory, schedule.kept())) {
      Files.deleteIfExists(old);
    }
  }

  private static @Nullable String passphrase(BackupSchedule schedule) throws IOException {
    String file = schedule.passphraseFile();
    if (file == null) {
      return null;
    }
    List<String> lines = Files.readAllLines(Path.of(file));
    if (lines.isEmpty() || lines.getFirst().isEmpty()) {
      throw new IOException("The file " + file + " has no pass phrase in its first line");
    }
    return lines.getFirst();
  }

  /// Returns the oldest of the files that were made here, and what killed programs left behind.
  private static List<Path> surplus(Path directory, int kept) throws IOException {
    List<Path> whole = new ArrayList<>();
    List<Path> surplus = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        if (OURS.matcher(name).matches()) {
          whole.add(file);
        } else if (name.startsWith(".meetwright-") && name.endsWith(BackupFile.UNFINISHED)) {
          surplus.add(file);
        }
      }
    }
    whole.sort(Comparator.comparing(Path::toString));
    surplus.addAll(whole.subList(0, Math.max(0, whole.size() - kept)));
    return surplus;
  }
}
