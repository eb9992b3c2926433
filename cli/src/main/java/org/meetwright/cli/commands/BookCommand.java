package org.meetwright.cli.commands;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.Arguments.Name;
import org.meetwright.cli.arguments.EventTypeAddress;
import org.meetwright.cli.arguments.EventTypeAddress.Found;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.views.ServerLinks;
import org.meetwright.core.Core;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.Invitee;
import org.meetwright.core.booking.desk.BookOutcome;
import org.meetwright.core.booking.desk.BookRequest;
import org.meetwright.core.booking.desk.BookRequest.Choice;
import org.meetwright.core.host.Host;
import org.meetwright.core.question.Question;
import org.meetwright.core.slot.Reason;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `meetwright book`.
@Command(
    name = "book",
    description = {
      "Book a time and print the booking's id.",
      "The same once more changes nothing and prints the same id."
    },
    footer = {
      "",
      "@|bold Example:|@",
      "  meetwright book ada/intro 2026-03-09T13:00:00Z \\",
      "    --name \"Grace Hopper\" --email grace@example.org"
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class BookCommand implements Runnable {
  private final Program program;

  @Parameters(
      index = "0",
      paramLabel = "HANDLE/SLUG",
      description = "Host or team, and event type.")
  private EventTypeAddress address;

  @Parameters(
      index = "1",
      paramLabel = "START",
      description = "One of the times that slots prints, like 2026-03-09T13:00:00Z.")
  private Instant start;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      required = true,
      description = "Who is met: the invitee's name.")
  private Name name;

  @Option(
      names = "--email",
      paramLabel = "EMAIL",
      required = true,
      description = "The invitee's e-mail address.")
  private EmailAddress email;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "The time zone in which the invitee reads times (default: the host's).")
  private @Nullable ZoneId zone;

  @Option(
      names = "--duration",
      paramLabel = "MINUTES",
      description = "How long the meeting is to be, if several lengths are offered.")
  private @Nullable Integer duration;

  /// Creates the command.
  public BookCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    Settings settings = program.settings();
    try (Core core = program.open(settings)) {
      Found found = address.find(core).lasting(duration);
      refuseRequiredQuestions(found);
      Booking booking = booking(core.bookingDesk().book(request(found), Actor.ADMIN));
      if (program.options().json()) {
        program.terminal().printJson(ServerLinks.shown(booking, core, settings));
      } else {
        program.terminal().print(booking.id().toString());
      }
    }
  }

  private void refuseRequiredQuestions(Found found) {
    for (Question question : found.eventType().questions()) {
      if (question.required()) {
        throw new Failure(
            "This event type asks \""
                + question.label()
                + "\", which needs an answer; book it on its page or by the API.");
      }
    }
  }

  private BookRequest request(Found found) {
    Invitee invitee =
        new Invitee(
            name.value(),
            email,
            zone == null ? found.who().timeZone() : zone,
            found.who().hosts().stream().findFirst().map(Host::locale).orElse(Locale.ENGLISH));
    return BookRequest.of(found.eventType().id(), start, invitee)
        .choosing(new Choice(duration, null));
  }

  private Booking booking(BookOutcome outcome) {
    return switch (outcome) {
      case BookOutcome.Booked(Booking booking) -> booking;
      case BookOutcome.Repeated(Booking booking) ->
          throw new IllegalStateException("No key was given: " + booking.id());
      case BookOutcome.SlotTaken() ->
          throw new Failure("The time is taken; choose another: " + slots());
      case BookOutcome.NotOffered(List<Reason> reasons) ->
          throw new Failure(
              "The time is not offered: "
                  + reasons.stream().map(BookCommand::told).collect(Collectors.joining(" "))
                  + " See what is: "
                  + slots());
      case BookOutcome.LinkNotValid() -> throw new IllegalStateException("No link was given");
      case BookOutcome.KeyReused() -> throw new IllegalStateException("No key was given");
      case BookOutcome.UnknownEventType() ->
          throw new Failure("The event type has just been deleted.");
    };
  }

  private static String told(Reason reason) {
    return reason.message() + " (" + reason.code().word() + ")";
  }

  private String slots() {
    return "meetwright slots " + address;
  }
}
