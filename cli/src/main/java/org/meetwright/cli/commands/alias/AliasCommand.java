package org.meetwright.cli.commands.alias;

import org.meetwright.cli.commands.CommandGroup;
import org.meetwright.cli.program.Program;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `meetwright alias`.
@Command(
    name = "alias",
    description = "Old addresses from other services, that lead to the pages here.",
    footer = {"", "@|bold Example:|@", "  meetwright alias list"})
public final class AliasCommand extends CommandGroup {
  private AliasCommand() {}

  /// Adds the group to the program.
  public static void addTo(CommandLine root, Program program) {
    add(root, new AliasCommand(), new AliasListCommand(program), new AliasRemoveCommand(program));
  }
}
