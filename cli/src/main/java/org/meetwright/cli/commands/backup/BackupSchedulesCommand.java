package org.meetwright.cli.commands.backup;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.screen.Table;
import org.meetwright.core.Core;
import org.meetwright.core.backup.schedule.BackupSchedule;
import org.meetwright.core.backup.schedule.BackupSchedules;
import picocli.CommandLine.Command;

/// `meetwright backup schedules`.
@Command(
    name = "schedules",
    description = {
      "List the backups that the server makes by itself.",
      "A line each: every, keep, the last that was made, directory, what went wrong since."
    },
    footer = {
      "",
      "@|bold Examples:|@",
      "  meetwright backup schedules",
      "  meetwright backup --every never /var/backups/meetwright    ends one"
    })
final class BackupSchedulesCommand implements Runnable {
  private final Program program;

  BackupSchedulesCommand(Program program) {
    this.program = program;
  }

  /// All schedules.
  record Listed(List<View> schedules) {}

  /// A schedule.
  record View(
      String directory,
      String every,
      int keep,
      @Nullable String passphraseFile,
      @Nullable String lastAt,
      @Nullable String lastError) {
    static View of(BackupSchedule one) {
      Instant last = one.lastAt();
      return new View(
          one.directory(),
          one.repeated().toString(),
          one.kept(),
          one.passphraseFile(),
          last == null ? null : last.toString(),
          one.lastError());
    }

    List<String> row() {
      return List.of(
          every,
          Integer.toString(keep),
          lastAt == null ? "-" : lastAt,
          directory,
          lastError == null ? "" : lastError);
    }
  }

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      List<View> views =
          new BackupSchedules(core.database(), core.outbox(), program.clock())
              .list().stream().map(View::of).toList();
      if (program.options().json()) {
        program.terminal().printJson(new Listed(views));
        return;
      }
      program
          .terminal()
          .print(
              new Table(
                  List.of("EVERY", "KEEP", "LAST", "DIRECTORY", "WRONG"),
                  views.stream().map(View::row).toList()));
    }
  }
}
