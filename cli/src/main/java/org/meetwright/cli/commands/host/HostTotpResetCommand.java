package org.meetwright.cli.commands.host;

import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `meetwright host totp-reset`.
@Command(
    name = "totp-reset",
    description = "End the second factor of a host who has lost his app and his recovery codes.",
    footer = {"", "@|bold Example:|@", "  meetwright host totp-reset ada"})
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class HostTotpResetCommand implements Runnable {
  private final Program program;

  @Parameters(
      paramLabel = "HANDLE",
      description = "The host, who then signs in with the password alone.")
  private String handle;

  /// Creates the command.
  public HostTotpResetCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      boolean had = core.secondFactor().reset(Lookup.host(core.hosts(), handle).id());
      program
          .terminal()
          .say(handle + (had ? " has no second factor any more." : " had no second factor."));
    }
  }
}
