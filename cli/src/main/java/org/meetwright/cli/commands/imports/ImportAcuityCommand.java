package org.meetwright.cli.commands.imports;

import org.meetwright.cli.imports.acuity.Acuity;
import org.meetwright.cli.program.Program;
import picocli.CommandLine.Command;

/// `meetwright import acuity`.
@Command(
    name = "acuity",
    description = {
      "Import from Acuity Scheduling: with its API, or from files, in any order: its answers to"
          + " calendars, appointment-types and appointments, or its CSV export.",
      "The token is the user id, a colon, and the API key."
    },
    footer = {
      "",
      "@|bold Examples:|@",
      "  meetwright import acuity --token-file FILE --host ada --dry-run",
      "  meetwright import acuity calendars.json types.json appointments.json",
      "  meetwright import acuity export.csv --host ada"
    })
public final class ImportAcuityCommand extends ServiceImportCommand {
  /// Creates the command.
  public ImportAcuityCommand(Program program) {
    super(program, new Acuity());
  }
}
