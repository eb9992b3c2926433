package org.meetwright.cli.commands.booking;

import java.util.UUID;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.workplace.Meetings;
import org.meetwright.cli.workplace.Meetings.Deed;
import org.meetwright.server.api.model.booking.ApiBooking;
import picocli.CommandLine.Command;

/// `meetwright booking confirm`.
@Command(
    name = "confirm",
    description = "Say yes to a booking that waits for it; the invitee is told.",
    footer = {"", "@|bold Example:|@", "  meetwright booking confirm 01a21b0f-38b1"})
final class BookingConfirmCommand extends ChangeCommand {
  BookingConfirmCommand(Program program) {
    super(program);
  }

  @Override
  ApiBooking change(Meetings meetings, UUID booking) {
    return meetings.change(booking, Deed.CONFIRM, reason);
  }
}
