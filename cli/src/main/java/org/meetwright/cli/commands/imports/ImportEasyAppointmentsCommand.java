package org.meetwright.cli.commands.imports;

import org.meetwright.cli.imports.easyappointments.EasyAppointments;
import org.meetwright.cli.program.Program;
import picocli.CommandLine.Command;

/// `meetwright import easyappointments`.
@Command(
    name = "easyappointments",
    description = {
      "Import from Easy!Appointments: with a token from its API, or from files, in any order: its"
          + " answers to providers, services, customers and appointments."
    },
    footer = {
      "",
      "@|bold Examples:|@",
      "  meetwright import easyappointments --url https://book.example.org \\",
      "    --token-file FILE --dry-run",
      "  meetwright import easyappointments providers.json services.json \\",
      "    customers.json appointments.json"
    })
public final class ImportEasyAppointmentsCommand extends ServiceImportCommand {
  /// Creates the command.
  public ImportEasyAppointmentsCommand(Program program) {
    super(program, new EasyAppointments());
  }
}
