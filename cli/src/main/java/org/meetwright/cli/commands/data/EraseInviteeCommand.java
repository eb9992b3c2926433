package org.meetwright.cli.commands.data;

import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import org.meetwright.core.value.EmailAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `meetwright erase invitee`.
@Command(
    name = "invitee",
    description = "Erase an invitee from all bookings, also as a guest, and from the archive.")
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class EraseInviteeCommand implements Runnable {
  private final Program program;

  @Mixin private ErasureOptions erasing;

  @Parameters(paramLabel = "EMAIL", description = "The e-mail address.")
  private EmailAddress email;

  /// Creates the command.
  public EraseInviteeCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      erasing.run(program, core.bookingDesk(), email, () -> core.erasure().eraseInvitee(email));
    }
  }
}
