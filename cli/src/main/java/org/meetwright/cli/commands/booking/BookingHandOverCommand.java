package org.meetwright.cli.commands.booking;

import java.util.UUID;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.workplace.Meetings;
import org.meetwright.server.api.model.booking.ApiBooking;
import org.meetwright.server.api.model.booking.RescheduleRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `meetwright booking hand-over`.
@Command(
    name = "hand-over",
    description = "Hand a booking over to another member of the round-robin.",
    footer = {"", "@|bold Example:|@", "  meetwright booking hand-over 01a21b0f-38b1 grace"})
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
final class BookingHandOverCommand extends ChangeCommand {
  @Parameters(index = "1", paramLabel = "HOST", description = "The handle of the other member.")
  private String host;

  BookingHandOverCommand(Program program) {
    super(program);
  }

  @Override
  ApiBooking change(Meetings meetings, UUID booking) {
    return meetings.handOver(booking, new RescheduleRequest.HandOver(host, reason));
  }
}
