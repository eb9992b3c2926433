package org.meetwright.cli.commands.link;

import org.meetwright.cli.commands.CommandGroup;
import org.meetwright.cli.program.Program;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `meetwright link`.
@Command(
    name = "link",
    description = {
      "Make links with which something can be booked once, or a number of times.",
      "On a server, where you work as yourself, HANDLE may be left out."
    },
    footer = {"", "@|bold Example:|@", "  meetwright link add ada/intro"})
public final class LinkCommand extends CommandGroup {
  /// Adds the group with its commands to the program.
  public static void addTo(CommandLine root, Program program) {
    add(
        root,
        new LinkCommand(),
        new LinkAddCommand(program),
        new LinkListCommand(program),
        new LinkRevokeCommand(program));
  }
}
