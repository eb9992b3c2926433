package org.meetwright.cli.commands.schedule;

import org.meetwright.cli.commands.CommandGroup;
import org.meetwright.cli.program.Program;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `meetwright schedule`.
@Command(
    name = "schedule",
    description = {
      "Say when a host can be booked.",
      "On a server, where you work as yourself, HANDLE may be left out."
    },
    footer = {
      "",
      "@|bold Example:|@",
      "  meetwright schedule set ada \"mon-fri 09:00-12:00,13:00-17:00\""
    })
public final class ScheduleCommand extends CommandGroup {
  /// Adds the group with its commands to the program.
  public static void addTo(CommandLine root, Program program) {
    add(
        root,
        new ScheduleCommand(),
        new ScheduleShowCommand(program),
        new ScheduleAddCommand(program),
        new ScheduleEditCommand(program),
        new ScheduleDeleteCommand(program),
        new ScheduleSetCommand(program),
        new ScheduleOverrideCommand(program),
        new ScheduleAbsenceCommand(program),
        new ScheduleTravelCommand(program),
        new ScheduleHolidaysCommand(program));
  }
}
