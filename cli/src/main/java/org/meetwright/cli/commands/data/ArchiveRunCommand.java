package org.meetwright.cli.commands.data;

import java.time.Duration;
import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import org.meetwright.server.settings.Settings;
import picocli.CommandLine.Command;

/// `meetwright archive run`.
@Command(
    name = "run",
    description = {
      "Archive the meetings that ended longer ago than archive.afterDays, and delete the archived",
      "ones that ended longer ago than archive.keepDays."
    })
public final class ArchiveRunCommand implements Runnable {
  private final Program program;

  /// Creates the command.
  public ArchiveRunCommand(Program program) {
    this.program = program;
  }

  /// What was done.
  record Result(MovedMeetings archived, MovedMeetings deleted) {}

  @Override
  public void run() {
    Settings settings = program.settings();
    try (Core core = program.open(settings)) {
      Duration live = settings.lifetimes().live();
      Duration kept = settings.lifetimes().archived();
      MovedMeetings archived = MovedMeetings.all(() -> core.archive().archiveBatch(live));
      MovedMeetings deleted =
          kept.isZero()
              ? new MovedMeetings(0, 0)
              : MovedMeetings.all(() -> core.archive().deleteBatch(kept));
      if (program.options().json()) {
        program.terminal().printJson(new Result(archived, deleted));
      }
      program.terminal().say("Archived " + archived.words() + ".");
      if (deleted.meetings() > 0) {
        program.terminal().say("Deleted " + deleted.words() + " from the archive.");
      }
    }
  }
}
