package org.meetwright.cli.commands.imports;

import org.meetwright.cli.imports.calcom.CalCom;
import org.meetwright.cli.program.Program;
import picocli.CommandLine.Command;

/// `meetwright import calcom`.
@Command(
    name = "calcom",
    description = {
      "Import from Cal.com: with a token from its API, or from files, in any order: its answers to"
          + " me, schedules, event-types and bookings of version 2."
    },
    footer = {
      "",
      "@|bold Examples:|@",
      "  meetwright import calcom --token-file FILE --dry-run",
      "  meetwright import calcom --url https://api.cal.example.org --token-file FILE",
      "  meetwright import calcom me.json schedules.json event-types.json bookings.json"
    })
public final class ImportCalComCommand extends ServiceImportCommand {
  /// Creates the command.
  public ImportCalComCommand(Program program) {
    super(program, new CalCom());
  }
}
