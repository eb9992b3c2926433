package org.meetwright.cli.commands.host;

import org.meetwright.cli.commands.CommandGroup;
import org.meetwright.cli.commands.host.standing.HostDeleteCommand;
import org.meetwright.cli.commands.host.standing.HostDisableCommand;
import org.meetwright.cli.commands.host.standing.HostEnableCommand;
import org.meetwright.cli.commands.host.standing.HostRenameCommand;
import org.meetwright.cli.program.Program;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `meetwright host`.
@Command(
    name = "host",
    description = "Add hosts, who can be met, look after them, and let them go.")
public final class HostCommand extends CommandGroup {
  /// Adds the group with its commands to the program.
  public static void addTo(CommandLine root, Program program) {
    add(
        root,
        new HostCommand(),
        new HostAddCommand(program),
        new HostInviteCommand(program),
        new HostListCommand(program),
        new HostShowCommand(program),
        new HostRenameCommand(program),
        new HostEmailCommand(program),
        new HostPasswordCommand(program),
        new HostTotpResetCommand(program),
        new HostDisableCommand(program),
        new HostEnableCommand(program),
        new HostDeleteCommand(program));
  }
}
