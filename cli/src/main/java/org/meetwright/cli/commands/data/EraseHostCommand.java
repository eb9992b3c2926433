package org.meetwright.cli.commands.data;

import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import org.meetwright.core.host.Host;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `meetwright erase host`.
@Command(
    name = "host",
    description = {
      "Erase a host with all that only he had: schedules, event types, busy times, tokens, and the",
      "invitees of his own meetings. His handle is free again."
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class EraseHostCommand implements Runnable {
  private final Program program;

  @Mixin private ErasureOptions erasing;

  @Parameters(paramLabel = "HANDLE", description = "The host.")
  private String handle;

  /// Creates the command.
  public EraseHostCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      Host host = Lookup.host(core.hosts(), handle);
      erasing.run(
          program, core.bookingDesk(), host.email(), () -> core.erasure().eraseHost(host.id()));
    }
  }
}
