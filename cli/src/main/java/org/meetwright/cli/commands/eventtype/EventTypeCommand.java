package org.meetwright.cli.commands.eventtype;

import org.meetwright.cli.commands.CommandGroup;
import org.meetwright.cli.program.Program;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `meetwright event-type`.
@Command(
    name = "event-type",
    description = {
      "Set up what can be booked.",
      "On a server, where you work as yourself, HANDLE may be left out."
    },
    footer = {
      "",
      "@|bold Example:|@",
      "  meetwright event-type add ada intro --name Introduction --duration 30"
    })
public final class EventTypeCommand extends CommandGroup {
  /// Adds the group with its commands to the program.
  public static void addTo(CommandLine root, Program program) {
    add(
        root,
        new EventTypeCommand(),
        new EventTypeAddCommand(program),
        new EventTypeListCommand(program),
        new EventTypeShowCommand(program),
        new EventTypeEditCommand(program),
        new EventTypeCopyCommand(program),
        new EventTypeDeleteCommand(program));
  }
}
