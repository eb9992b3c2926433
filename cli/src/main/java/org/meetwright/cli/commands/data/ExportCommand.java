package org.meetwright.cli.commands.data;

import java.net.URI;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.views.ServerLinks;
import org.meetwright.core.Core;
import org.meetwright.core.access.Scope;
import org.meetwright.server.api.ExportParts;
import org.meetwright.server.api.export.HostExport;
import org.meetwright.server.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `meetwright export`.
@Command(
    name = "export",
    description = "Print everything that is kept about a host, as one JSON document.")
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class ExportCommand implements Runnable {
  private final Program program;

  @Parameters(paramLabel = "HANDLE", description = "The host.")
  private String handle;

  /// Creates the command.
  public ExportCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    Settings settings = program.settings();
    try (Core core = program.open(settings)) {
      new HostExport(
              core.clock(), ExportParts.of(core, () -> URI.create(ServerLinks.base(settings))))
          .write(Lookup.host(core, handle), Scope.ALL, program.terminal().out());
      program.terminal().out().println();
    }
  }
}
