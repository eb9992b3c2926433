package org.meetwright.cli.commands.export;

import java.io.PrintStream;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.program.Terminal;
import org.meetwright.cli.views.ServerLinks;
import org.meetwright.core.Core;
import org.meetwright.server.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `meetwright export json`.
@Command(
    name = "json",
    description = {
      "Write bookings as one JSON document, with the keys of the API.",
      "Everything else that is kept about a host: meetwright export HANDLE"
    },
    footer = {
      "",
      "@|bold Example:|@",
      "  meetwright export json --status confirmed > bookings.json"
    })
@SuppressWarnings("NullAway.Init") // Picocli makes the mixin.
public final class ExportJsonCommand implements Runnable {
  private final Program program;

  @Mixin private Selection selection;

  private boolean first = true;

  /// Creates the command.
  public ExportJsonCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    Settings settings = program.settings();
    try (Core core = program.open(settings)) {
      PrintStream out = program.terminal().out();
      out.print("{\"bookings\":[");
      selection.read(
          program,
          core.hosts(),
          core.bookings(),
          bookings ->
              bookings.forEach(
                  booking -> {
                    out.print(first ? "" : ",\n");
                    first = false;
                    out.print(
                        Terminal.json(ServerLinks.shown(booking, core.manageLinks(), settings)));
                  }));
      out.println("]}");
    }
  }
}
