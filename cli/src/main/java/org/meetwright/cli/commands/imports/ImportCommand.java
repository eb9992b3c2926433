package org.meetwright.cli.commands.imports;

import org.meetwright.cli.commands.CommandGroup;
import org.meetwright.cli.program.Program;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `meetwright import`.
@Command(
    name = "import",
    description = {
      "Bring hosts, schedules, event types, questions and bookings from another scheduling"
          + " service.",
      "Nobody is mailed of it; reminders of meetings to come go out as usual. What came once does"
          + " not come again."
    },
    footer = {"", "@|bold Example:|@", "  meetwright import calendly --token-file FILE --dry-run"})
public final class ImportCommand extends CommandGroup {
  private ImportCommand() {}

  /// Adds the group to the program.
  public static void addTo(CommandLine root, Program program) {
    add(
        root,
        new ImportCommand(),
        new ImportCalendlyCommand(program),
        new ImportCalComCommand(program),
        new ImportEasyAppointmentsCommand(program),
        new ImportAcuityCommand(program),
        new ImportIcsCommand(program),
        new ImportCsvCommand(program),
        new ImportCompareCommand(program));
  }
}
