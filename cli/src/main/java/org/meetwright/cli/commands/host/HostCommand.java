package org.meetwright.cli.commands.host;

import org.meetwright.cli.commands.CommandGroup;
import org.meetwright.cli.program.Program;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `meetwright host`.
@Command(name = "host", description = "Add and list hosts, who can be met, and help them in.")
public final class HostCommand extends CommandGroup {
  /// Adds the group with its commands to the program.
  public static void addTo(CommandLine root, Program program) {
    add(
        root,
        new HostCommand(),
        new HostAddCommand(program),
        new HostInviteCommand(program),
        new HostListCommand(program),
        new HostEmailCommand(program),
        new HostPasswordCommand(program),
        new HostTotpResetCommand(program));
  }
}
