package org.meetwright.cli.commands.host;

import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import org.meetwright.core.host.Host;
import org.meetwright.core.value.EmailAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `meetwright host email`.
@Command(
    name = "email",
    description = {
      "Give a host another e-mail address, which takes effect at once.",
      "You vouch that the address is the host's. A mail to the old address says so."
    },
    footer = {"", "@|bold Example:|@", "  meetwright host email ada ada@example.org"})
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class HostEmailCommand implements Runnable {
  private final Program program;

  @Parameters(index = "0", paramLabel = "HANDLE", description = "Whose address it is.")
  private String handle;

  @Parameters(index = "1", paramLabel = "EMAIL", description = "The new address.")
  private String email;

  /// Creates the command.
  public HostEmailCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    EmailAddress address = new EmailAddress(email);
    try (Core core = program.open(program.settings())) {
      Host host = Lookup.host(core.hosts(), handle);
      core.emailChanges().set(host.id(), address);
      program.terminal().say(handle + " signs in with " + address + " now.");
    }
  }
}
