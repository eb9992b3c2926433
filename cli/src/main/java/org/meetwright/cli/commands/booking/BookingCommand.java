package org.meetwright.cli.commands.booking;

import org.meetwright.cli.commands.CommandGroup;
import org.meetwright.cli.program.Program;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `meetwright booking`.
@Command(
    name = "booking",
    description = {
      "Look at bookings and change them.",
      "An ID can be shortened, as long as only one booking begins with it."
    },
    footer = {"", "@|bold Example:|@", "  meetwright booking cancel 01a21b0f-38 --reason Ill"})
public final class BookingCommand extends CommandGroup {
  /// Adds the group with its commands to the program.
  public static void addTo(CommandLine root, Program program) {
    add(
        root,
        new BookingCommand(),
        new BookingListCommand(program),
        new BookingShowCommand(program),
        new BookingBookCommand(program),
        new BookingCancelCommand(program),
        new BookingMoveCommand(program),
        new BookingConfirmCommand(program),
        new BookingDeclineCommand(program),
        new BookingNoShowCommand(program),
        new BookingHandOverCommand(program));
  }
}
