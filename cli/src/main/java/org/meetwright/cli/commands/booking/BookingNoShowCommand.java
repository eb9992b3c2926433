package org.meetwright.cli.commands.booking;

import java.util.UUID;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.workplace.Meetings;
import org.meetwright.cli.workplace.Meetings.Deed;
import org.meetwright.server.api.model.booking.ApiBooking;
import picocli.CommandLine.Command;

/// `meetwright booking no-show`.
@Command(
    name = "no-show",
    description = "Note that the invitee did not come.",
    footer = {"", "@|bold Example:|@", "  meetwright booking no-show 01a21b0f-38b1"})
final class BookingNoShowCommand extends ChangeCommand {
  BookingNoShowCommand(Program program) {
    super(program);
  }

  @Override
  ApiBooking change(Meetings meetings, UUID booking) {
    return meetings.change(booking, Deed.NO_SHOW, reason);
  }
}
