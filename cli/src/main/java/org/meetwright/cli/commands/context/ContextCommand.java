package org.meetwright.cli.commands.context;

import org.meetwright.cli.commands.CommandGroup;
import org.meetwright.cli.program.Program;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `meetwright context`.
@Command(
    name = "context",
    description = {
      "Choose on which server, and as whom, the commands of hosts work.",
      "login adds a context, and logout removes it."
    },
    footer = {"", "@|bold Example:|@", "  meetwright context use ada@meet.example.org"})
public final class ContextCommand extends CommandGroup {
  /// Adds the group with its commands to the program.
  public static void addTo(CommandLine root, Program program) {
    root.addSubcommand(new LoginCommand(program));
    root.addSubcommand(new LogoutCommand(program));
    add(
        root,
        new ContextCommand(),
        new ContextListCommand(program),
        new ContextUseCommand(program),
        new ContextRemoveCommand(program));
  }
}
