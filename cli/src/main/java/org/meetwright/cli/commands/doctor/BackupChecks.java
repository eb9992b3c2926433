package org.meetwright.cli.commands.doctor;

import java.util.List;
import org.meetwright.core.backup.schedule.BackupSchedule;
import org.meetwright.core.backup.schedule.BackupSchedules;

/// The backups that the server makes by itself.
record BackupChecks(BackupSchedules backups) {
  /// Returns how the backups fare that the server makes by itself.
  List<Finding> look() {
    List<BackupSchedule> schedules = backups.list();
    if (schedules.isEmpty()) {
      return List.of(
          Finding.ok(
              "backups", "The server makes none; it would: meetwright backup --every day DIR"));
    }
    return schedules.stream().map(BackupChecks::backup).toList();
  }

  private static Finding backup(BackupSchedule schedule) {
    String last =
        schedule.lastAt() == null ? "none was made yet" : "the last one is of " + schedule.lastAt();
    return schedule.lastError() == null
        ? Finding.ok("backups", schedule.directory() + ": " + last + ".")
        : Finding.failure(
            "backups",
            schedule.directory()
                + ": the last try failed ("
                + schedule.lastError()
                + "), "
                + last
                + ". Mend that; the server tries again.");
  }
}
