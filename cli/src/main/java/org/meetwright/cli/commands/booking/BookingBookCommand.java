package org.meetwright.cli.commands.booking;

import java.util.List;
import org.meetwright.cli.arguments.EventTypeAddress;
import org.meetwright.cli.arguments.EventTypeFinder;
import org.meetwright.cli.arguments.InviteeOptions;
import org.meetwright.cli.arguments.TimeArguments;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.workplace.Desk;
import org.meetwright.cli.workplace.Workplace;
import org.meetwright.cli.workplace.choice.Workplaces;
import org.meetwright.server.api.model.booking.ApiBooking;
import org.meetwright.server.api.model.booking.BookingRequest;
import org.meetwright.server.api.model.eventtype.ApiQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `meetwright booking book`.
@Command(
    name = "book",
    description = {
      "Book for an invitee as the host, whatever schedule, notice and limits say; print the id.",
      "Nobody is booked twice, and what has passed is not booked."
    },
    footer = {
      "",
      "@|bold Example:|@",
      "  meetwright booking book ada/intro 2026-03-08T20:00:00Z \\",
      "    --name \"Grace Hopper\" --email grace@example.org"
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
final class BookingBookCommand implements Runnable {
  private final Program program;

  @Spec private CommandSpec spec;

  @Mixin private TimeArguments time;

  @Mixin private InviteeOptions invitee;

  BookingBookCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Workplace work = Workplaces.open(program, spec, time.address())) {
      EventTypeAddress whole = work.whole(time.address());
      BookingRequest request =
          invitee.request(
              whole,
              time.start(),
              () -> work.publicBooking().timeZone(whole.handle()),
              questions(work, whole),
              true);
      ApiBooking booking = work.meetings().bookOver(request);
      if (program.options().json()) {
        program.terminal().printJson(booking);
      } else {
        program.terminal().print(booking.id().toString());
      }
    }
  }

  /// Returns what is asked; of a team's, which another member has made, what everybody may know.
  private static List<ApiQuestion> questions(Workplace work, EventTypeAddress whole) {
    Desk desk = work.deskOf(whole);
    try {
      return EventTypeFinder.find(desk.eventTypes(), whole, desk.me().handle()).questions();
    } catch (Failure notMadeByThisHost) {
      return work.publicBooking().questions(whole);
    }
  }
}
