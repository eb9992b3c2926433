package org.meetwright.cli.commands.team;

import org.meetwright.cli.commands.CommandGroup;
import org.meetwright.cli.program.Program;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `meetwright team`.
@Command(name = "team", description = "Make teams, see who is in them, and change that.")
public final class TeamCommand extends CommandGroup {
  /// Adds the group with its commands to the program.
  public static void addTo(CommandLine root, Program program) {
    add(
        root,
        new TeamCommand(),
        new TeamAddCommand(program),
        new TeamListCommand(program),
        new TeamShowCommand(program),
        new TeamSetCommand(program),
        new TeamRemoveCommand(program),
        new TeamRenameCommand(program),
        new TeamDeleteCommand(program));
  }
}
