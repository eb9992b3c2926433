package org.meetwright.cli.commands.team;

import org.meetwright.cli.commands.CommandGroup;
import org.meetwright.cli.program.Program;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `meetwright team`.
@Command(name = "team", description = "Make teams, put hosts into them, and list them.")
public final class TeamCommand extends CommandGroup {
  /// Adds the group with its commands to the program.
  public static void addTo(CommandLine root, Program program) {
    add(root, new TeamCommand(), new TeamAddCommand(program), new TeamListCommand(program));
  }
}
