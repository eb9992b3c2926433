package org.meetwright.cli.commands.imports;

import org.meetwright.cli.imports.calendly.Calendly;
import org.meetwright.cli.program.Program;
import picocli.CommandLine.Command;

/// `meetwright import calendly`.
@Command(
    name = "calendly",
    description = {
      "Import from Calendly: with a token from its API, or from files, in any order: its answers to"
          + " users/me, event_types, user_availability_schedules, scheduled_events and invitees, or"
          + " its CSV export of events."
    },
    footer = {
      "",
      "@|bold Examples:|@",
      "  meetwright import calendly --token-file FILE --dry-run",
      "  meetwright import calendly me.json event_types.json events.json invitees.json",
      "  meetwright import calendly events-export.csv --zone Europe/Berlin"
    })
public final class ImportCalendlyCommand extends ServiceImportCommand {
  /// Creates the command.
  public ImportCalendlyCommand(Program program) {
    super(program, new Calendly());
  }
}
