package org.meetwright.core.backup.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.backup.Backup;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.outbox.Delivery.Again;
import org.meetwright.core.outbox.Message;

class BackupJobTest {
  @TempDir Path home;

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @EachDatabase
  void keepsTheNewestAndComesBackUntilItIsEnded(DatabaseKind kind) throws Exception {
    Path directory = home.resolve("backups");
    Path secret = Files.writeString(home.resolve("secret"), "correct horse\n");
    try (Fixture fixture = new Fixture(kind)) {
      BackupSchedules schedules =
          new BackupSchedules(fixture.core.database(), fixture.core.outbox(), fixture.clock);
      BackupJob job =
          new BackupJob(
              schedules, new Backup(fixture.core.database(), fixture.clock), fixture.clock);
      schedules.set(directory, Repetition.HOUR, 1, null);
      BackupSchedule schedule = schedules.set(directory, Repetition.DAY, 2, secret);
      assertThat(schedules.list()).containsExactly(schedule);
      List<Message> messages = fixture.core.outbox().list(BackupDue.KIND, "pending", 10);
      assertThat(messages).hasSize(2);
      // That of the schedule that was replaced ends by itself.
      assertThat(messages.stream().filter(message -> comesBack(job, message))).hasSize(1);
      Message message =
          messages.stream()
              .filter(one -> BackupDue.KIND.read(one).scheduleId().equals(schedule.id()))
              .findFirst()
              .orElseThrow();

      Files.writeString(directory.resolve("notes.txt"), "not ours");
      Files.writeString(directory.resolve(".meetwright-20260101T000000Z.backup.1.part"), "killed");
      for (int day = 1; day <= 3; day++) {
        fixture.clock.advance(Duration.ofDays(1));
        assertThat(comesBack(job, message)).isTrue();
      }

      assertThat(names(directory))
          .containsExactly(
              "meetwright-20260304T120000Z.backup",
              "meetwright-20260305T120000Z.backup",
              "notes.txt");
      Path last = directory.resolve("meetwright-20260305T120000Z.backup");
      assertThat(Backup.verify(last, () -> "correct horse").encrypted()).isTrue();
      assertThat(schedules.list().getFirst().lastAt()).isEqualTo(fixture.clock.instant());

      Files.delete(secret);
      fixture.clock.advance(Duration.ofDays(1));
      assertThatExceptionOfType(Again.class)
          .isThrownBy(() -> job.deliver(BackupDue.KIND.read(message), message))
          .withMessageContaining("PT10M");
      assertThat(schedules.list().getFirst().lastError()).contains("secret");
      assertThat(names(directory)).hasSize(3);

      assertThat(schedules.end(directory)).isTrue();
      assertThat(schedules.end(directory)).isFalse();
      assertThat(comesBack(job, message)).isFalse();
    }
  }

  private static boolean comesBack(BackupJob job, Message message) {
    try {
      job.deliver(BackupDue.KIND.read(message), message);
      return false;
    } catch (Again again) {
      return true;
    }
  }
}
