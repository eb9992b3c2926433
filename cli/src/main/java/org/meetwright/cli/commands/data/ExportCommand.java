package org.meetwright.cli.commands.data;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.commands.export.ExportCsvCommand;
import org.meetwright.cli.commands.export.ExportIcsCommand;
import org.meetwright.cli.commands.export.ExportJsonCommand;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.views.ServerLinks;
import org.meetwright.core.Core;
import org.meetwright.core.access.Scope;
import org.meetwright.server.api.ExportParts;
import org.meetwright.server.api.export.HostExport;
import org.meetwright.server.settings.Settings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `meetwright export`.
@Command(
    name = "export",
    description = {
      "Print everything that is kept about a host, as one JSON document; or write bookings alone as"
          + " CSV, iCalendar or JSON.",
      "A host whose handle is csv, ics or json comes after two hyphens: meetwright export -- csv"
    },
    footer = {
      "",
      "@|bold Examples:|@",
      "  meetwright export ada > ada.json",
      "  meetwright export csv ada --from 2026-01-01 > bookings.csv"
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class ExportCommand implements Runnable {
  private final Program program;

  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "HANDLE", description = "The host.")
  private @Nullable String handle;

  /// Creates the command.
  public ExportCommand(Program program) {
    this.program = program;
  }

  /// Adds the command with those below it to the program. It is added first: global options are
  /// handed down when a command is added.
  public static void addTo(CommandLine root, Program program) {
    CommandLine export = new CommandLine(new ExportCommand(program));
    root.addSubcommand(export);
    export.addSubcommand(new ExportCsvCommand(program));
    export.addSubcommand(new ExportIcsCommand(program));
    export.addSubcommand(new ExportJsonCommand(program));
  }

  @Override
  public void run() {
    if (handle == null) {
      throw new ParameterException(
          spec.commandLine(), "Say whose data, or what: HANDLE, csv, ics or json");
    }
    Settings settings = program.settings();
    try (Core core = program.open(settings)) {
      new HostExport(
              core.clock(), ExportParts.of(core, () -> URI.create(ServerLinks.base(settings))))
          .write(Lookup.host(core.hosts(), handle), Scope.ALL, program.terminal().out());
      program.terminal().out().println();
    }
  }
}
