package org.meetwright.cli.commands.link;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.EventTypeAddress;
import org.meetwright.cli.arguments.EventTypeFinder;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.workplace.Desk;
import org.meetwright.cli.workplace.Workplace;
import org.meetwright.cli.workplace.choice.Workplaces;
import org.meetwright.server.api.model.bookinglink.ApiBookingLink;
import org.meetwright.server.api.model.bookinglink.BookingLinkRequest;
import org.meetwright.server.api.model.eventtype.ApiEventType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `meetwright link add`.
@Command(
    name = "add",
    description = "Make a booking link and print its address, which is shown this once.",
    footer = {
      "",
      "@|bold Example:|@",
      "  meetwright link add ada/intro --uses 3 --expires 2026-03-31T00:00:00Z"
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
final class LinkAddCommand implements Runnable {
  private final Program program;

  @Parameters(paramLabel = "HANDLE/SLUG", description = "Host or team, and event type.")
  private EventTypeAddress address;

  @Option(
      names = "--uses",
      paramLabel = "NUMBER",
      description = "How many bookings can be made with it (default: 1).")
  private @Nullable Integer uses;

  @Option(names = "--expires", paramLabel = "TIME", description = "Until when (default: for ever).")
  private @Nullable Instant expiresAt;

  LinkAddCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Workplace work = Workplaces.open(program)) {
      Desk desk = work.deskOf(address);
      ApiEventType type = EventTypeFinder.find(desk.eventTypes(), address, desk.me().handle());
      ApiBookingLink made = desk.addLink(new BookingLinkRequest(type.id(), uses, expiresAt));
      if (program.options().json()) {
        program.terminal().printJson(made);
      } else {
        program.terminal().print(String.valueOf(made.url()));
      }
    }
  }
}
