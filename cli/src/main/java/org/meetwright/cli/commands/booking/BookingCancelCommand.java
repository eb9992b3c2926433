package org.meetwright.cli.commands.booking;

import java.util.UUID;
import org.meetwright.cli.program.Consent;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.workplace.Meetings;
import org.meetwright.cli.workplace.Meetings.Deed;
import org.meetwright.server.api.model.booking.ApiBooking;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `meetwright booking cancel`.
@Command(
    name = "cancel",
    description = "Cancel a booking; invitee, guests and hosts are told by mail.",
    footer = {
      "",
      "@|bold Example:|@",
      "  meetwright booking cancel 01a21b0f-38b1 --reason Ill --yes"
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
final class BookingCancelCommand extends ChangeCommand {
  @Mixin private Consent consent;

  BookingCancelCommand(Program program) {
    super(program);
  }

  @Override
  ApiBooking change(Meetings meetings, UUID booking) {
    ApiBooking shown = meetings.get(booking);
    consent.require(
        program,
        "This cancels the meeting with " + shown.invitee().name() + " at " + shown.start() + ".");
    return meetings.change(booking, Deed.CANCEL, reason);
  }
}
