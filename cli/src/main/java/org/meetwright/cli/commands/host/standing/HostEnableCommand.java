package org.meetwright.cli.commands.host.standing;

import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import org.meetwright.core.account.standing.HostStanding.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `meetwright host enable`.
@Command(
    name = "enable",
    description = {
      "Switch a host on again.",
      "He can sign in and be booked, and his tokens and feeds work as before."
    },
    footer = {"", "@|bold Example:|@", "  meetwright host enable ada"})
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class HostEnableCommand implements Runnable {
  private final Program program;

  @Parameters(paramLabel = "HANDLE", description = "The host.")
  private String handle;

  /// Creates the command.
  public HostEnableCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      switch (core.hostStanding().enable(Lookup.host(core.hosts(), handle).id())) {
        case Outcome.Switched _ -> program.terminal().say(handle + " is switched on again.");
        case Outcome.AlreadySo() -> program.terminal().say(handle + " was switched on already.");
        case Outcome.Gone() ->
            throw new Failure(
                handle + " has been erased; add a new host instead: meetwright host add --help");
      }
    }
  }
}
