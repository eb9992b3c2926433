package org.meetwright.cli.commands.booking;

import java.util.UUID;
import org.meetwright.cli.program.Consent;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.workplace.Meetings;
import org.meetwright.cli.workplace.Meetings.Deed;
import org.meetwright.server.api.model.booking.ApiBooking;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `meetwright booking decline`.
@Command(
    name = "decline",
    description = "Decline a booking that waits for a yes; the invitee is told.",
    footer = {"", "@|bold Example:|@", "  meetwright booking decline 01a21b0f-38b1 --yes"})
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
final class BookingDeclineCommand extends ChangeCommand {
  @Mixin private Consent consent;

  BookingDeclineCommand(Program program) {
    super(program);
  }

  @Override
  ApiBooking change(Meetings meetings, UUID booking) {
    ApiBooking shown = meetings.get(booking);
    consent.require(
        program,
        "This declines the meeting with " + shown.invitee().name() + " at " + shown.start() + ".");
    return meetings.change(booking, Deed.DECLINE, reason);
  }
}
