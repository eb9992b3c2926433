package org.meetwright.cli.commands.host.standing;

import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import org.meetwright.core.account.standing.HostStanding.Outcome;
import org.meetwright.core.host.Host;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `meetwright host disable`.
@Command(
    name = "disable",
    description = {
      "Switch a host off, until: host enable.",
      "He can't sign in, his sessions end, his tokens and feeds are refused, and nobody can book"
          + " him. Meetings that exist stay, and everyone is mailed about them as before."
    },
    footer = {"", "@|bold Example:|@", "  meetwright host disable ada"})
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class HostDisableCommand implements Runnable {
  private final Program program;

  @Parameters(paramLabel = "HANDLE", description = "The host.")
  private String handle;

  /// Creates the command.
  public HostDisableCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      Host host = Lookup.host(core.hosts(), handle);
      switch (core.hostStanding().disable(host.id())) {
        case Outcome.Switched(int sessions) -> tell(core, host, sessions);
        case Outcome.AlreadySo() -> program.terminal().say(handle + " was switched off already.");
        case Outcome.Gone() ->
            throw new Failure(handle + " has been erased, and can't be switched any more.");
      }
    }
  }

  private void tell(Core core, Host host, int sessions) {
    int upcoming = core.hostStanding().holdings(host.id()).meetings().upcoming();
    program
        .terminal()
        .say(
            handle
                + " is switched off: "
                + sessions
                + " sessions have ended, and "
                + upcoming
                + " bookings to come stay.");
    if (!core.hostStanding().hasAdmin()) {
      program
          .terminal()
          .say("No admin is switched on any more; the command line can do what an admin could.");
    }
  }
}
