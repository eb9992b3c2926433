package org.meetwright.cli.commands.booking;

import java.time.Instant;
import java.util.UUID;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.workplace.Meetings;
import org.meetwright.server.api.model.booking.ApiBooking;
import org.meetwright.server.api.model.booking.RescheduleRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `meetwright booking move`.
@Command(
    name = "move",
    description = "Move a booking to another time; its id stays, and all are told.",
    footer = {
      "",
      "@|bold Example:|@",
      "  meetwright booking move 01a21b0f-38b1 2026-03-10T13:00:00Z"
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
final class BookingMoveCommand extends ChangeCommand {
  @Parameters(
      index = "1",
      paramLabel = "START",
      description = "The new time, like 2026-03-09T13:00:00Z.")
  private Instant start;

  BookingMoveCommand(Program program) {
    super(program);
  }

  @Override
  ApiBooking change(Meetings meetings, UUID booking) {
    return meetings.move(booking, new RescheduleRequest(start, reason));
  }
}
