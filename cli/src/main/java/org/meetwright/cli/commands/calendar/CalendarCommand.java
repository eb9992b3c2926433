package org.meetwright.cli.commands.calendar;

import org.meetwright.cli.commands.CommandGroup;
import org.meetwright.cli.program.Program;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `meetwright calendar`.
@Command(
    name = "calendar",
    description = {
      "Connect hosts' calendars.",
      "What is in them takes their time; their meetings can be written into one of them."
    })
public final class CalendarCommand extends CommandGroup {
  /// Adds the group with its commands to the program.
  public static void addTo(CommandLine root, Program program) {
    add(
        root,
        new CalendarCommand(),
        new CalendarAddCommand(program),
        new CalendarListCommand(program),
        new CalendarShowCommand(program),
        new CalendarChooseCommand(program),
        new CalendarSyncCommand(program),
        new CalendarTestCommand(program),
        new CalendarBackfillCommand(program),
        new CalendarRemoveCommand(program));
  }
}
