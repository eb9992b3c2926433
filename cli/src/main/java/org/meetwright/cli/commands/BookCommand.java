package org.meetwright.cli.commands;

import java.util.List;
import java.util.stream.Collectors;
import org.meetwright.cli.arguments.EventTypeAddress;
import org.meetwright.cli.arguments.InviteeOptions;
import org.meetwright.cli.arguments.TimeArguments;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.workplace.PublicBooking;
import org.meetwright.cli.workplace.PublicBooking.Booked;
import org.meetwright.cli.workplace.Workplace;
import org.meetwright.cli.workplace.choice.Workplaces;
import org.meetwright.server.api.model.booking.ApiBooking;
import org.meetwright.server.api.model.explain.ApiExplanation;
import org.meetwright.server.client.call.ApiException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `meetwright book`.
@Command(
    name = "book",
    description = {
      "Book a time and print the booking's id.",
      "Repeating the command changes nothing and prints the same id."
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

  @Spec private CommandSpec spec;

  @Mixin private TimeArguments time;

  @Mixin private InviteeOptions invitee;

  /// Creates the command.
  public BookCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Workplace work = Workplaces.open(program, spec, time.address())) {
      EventTypeAddress whole = work.whole(time.address());
      PublicBooking everyone = work.publicBooking();
      switch (everyone.book(
          invitee.request(
              whole,
              time.start(),
              () -> everyone.timeZone(whole.handle()),
              everyone.questions(whole),
              false))) {
        case Booked.Made(var booking) -> print(booking);
        case Booked.Asked(var email, var until) ->
            program
                .terminal()
                .say(
                    "Nothing is booked yet: "
                        + email
                        + " was asked by mail to confirm the address until "
                        + until
                        + ".");
        case Booked.Taken() ->
            throw new Failure("The time is taken; choose another: meetwright slots " + whole);
        case Booked.NotOffered(var reasons) ->
            throw new Failure(
                "The time is not offered: "
                    + reasons(everyone, whole, reasons)
                    + " See what is: meetwright slots "
                    + whole);
      }
    }
  }

  private void print(ApiBooking booking) {
    if (program.options().json()) {
      program.terminal().printJson(booking);
    } else {
      program.terminal().print(booking.id().toString());
    }
  }

  /// Returns the reasons in words, where one may know them.
  private String reasons(PublicBooking everyone, EventTypeAddress whole, List<String> codes) {
    try {
      ApiExplanation explanation = everyone.explain(whole, time.start(), invitee.duration());
      if (!explanation.offered()) {
        return explanation.reasons().stream()
            .map(reason -> reason.message() + " (" + reason.code() + ")")
            .collect(Collectors.joining(" "));
      }
    } catch (Failure | ApiException notOurs) {
      // Another host's: the codes are all that is told.
    }
    return String.join(", ", codes) + ".";
  }
}
