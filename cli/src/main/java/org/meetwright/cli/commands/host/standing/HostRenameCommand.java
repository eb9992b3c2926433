package org.meetwright.cli.commands.host.standing;

import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import org.meetwright.core.host.Host;
import org.meetwright.core.value.Handle;
import org.meetwright.server.api.host.HostTranslation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `meetwright host rename`.
@Command(
    name = "rename",
    description = {
      "Give a host another handle.",
      "The addresses of his pages change at once. Links with the former handle lead nowhere, and"
          + " someone else can take it. Links in mails about bookings go on working."
    },
    footer = {"", "@|bold Example:|@", "  meetwright host rename ada ada-lovelace"})
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class HostRenameCommand implements Runnable {
  private final Program program;

  @Parameters(index = "0", paramLabel = "HANDLE", description = "The host.")
  private String handle;

  @Parameters(index = "1", paramLabel = "NEW", description = "The new handle.")
  private Handle other;

  /// Creates the command.
  public HostRenameCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      Host renamed = core.hostStanding().rename(Lookup.host(core.hosts(), handle).id(), other);
      if (program.options().json()) {
        program.terminal().printJson(HostTranslation.toApi(renamed));
      }
      program
          .terminal()
          .say(handle + " is " + other + " now; links with /" + handle + " lead nowhere any more.");
    }
  }
}
