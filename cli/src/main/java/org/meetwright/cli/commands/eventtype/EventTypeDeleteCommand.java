package org.meetwright.cli.commands.eventtype;

import org.meetwright.cli.arguments.EventTypeAddress;
import org.meetwright.cli.arguments.EventTypeFinder;
import org.meetwright.cli.program.Consent;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.workplace.Desk;
import org.meetwright.cli.workplace.Workplace;
import org.meetwright.cli.workplace.choice.Workplaces;
import org.meetwright.server.api.model.eventtype.ApiEventType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `meetwright event-type delete`.
@Command(
    name = "delete",
    description = {
      "Delete an event type. Meetings that were booked stay, and can still be cancelled.",
      "To stop bookings for a while: event-type edit HANDLE/SLUG --active no"
    },
    footer = {"", "@|bold Example:|@", "  meetwright event-type delete ada/intro --yes"})
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
final class EventTypeDeleteCommand implements Runnable {
  private final Program program;

  @Parameters(paramLabel = "HANDLE/SLUG", description = "Host or team, and event type.")
  private EventTypeAddress address;

  @Mixin private Consent consent;

  EventTypeDeleteCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Workplace work = Workplaces.open(program)) {
      Desk desk = work.deskOf(address);
      ApiEventType type = EventTypeFinder.find(desk.eventTypes(), address, desk.me().handle());
      consent.require(program, "This deletes the event type " + type.name() + " and its links.");
      desk.deleteEventType(type.id());
      program.terminal().say("Deleted " + type.name() + ".");
    }
  }
}
