package org.meetwright.cli.commands.data;

import java.util.List;
import org.meetwright.cli.program.Columns;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import org.meetwright.core.archive.ArchiveCheck;
import org.meetwright.core.archive.Tally;
import picocli.CommandLine.Command;

/// `meetwright archive verify`.
@Command(
    name = "verify",
    description = {
      "Read every meeting, live and archived, count them and check their checksums.",
      "A line each for the live tables and the archive: meetings, bookings, checksum.",
      "What goes to the archive and comes back leaves the live checksum as it was."
    })
public final class ArchiveVerifyCommand implements Runnable {
  private final Program program;

  /// Creates the command.
  public ArchiveVerifyCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      ArchiveCheck.Report report = new ArchiveCheck(core.database()).run();
      if (program.options().json()) {
        program.terminal().printJson(report);
      } else {
        Columns.align(List.of(row("live", report.live()), row("archived", report.archived())))
            .forEach(program.terminal()::print);
      }
      report.faults().forEach(program.terminal()::say);
      if (!report.faults().isEmpty()) {
        throw new Failure(
            "The archive is damaged; restore the database from a backup, or ask for help.");
      }
    }
  }

  private static List<String> row(String side, Tally tally) {
    return List.of(
        side, tally.meetings() + " meetings", tally.bookings() + " bookings", tally.checksum());
  }
}
