package org.meetwright.cli.commands.session;

import org.meetwright.cli.commands.CommandGroup;
import org.meetwright.cli.program.Program;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `meetwright session`.
@Command(name = "session", description = "See where hosts are signed in, and end that.")
public final class SessionCommand extends CommandGroup {
  /// Adds the group with its commands to the program.
  public static void addTo(CommandLine root, Program program) {
    add(
        root,
        new SessionCommand(),
        new SessionListCommand(program),
        new SessionEndCommand(program));
  }
}
