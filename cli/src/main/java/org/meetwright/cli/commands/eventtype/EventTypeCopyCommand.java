package org.meetwright.cli.commands.eventtype;

import org.meetwright.cli.arguments.EventTypeAddress;
import org.meetwright.cli.arguments.EventTypeFinder;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.workplace.Desk;
import org.meetwright.cli.workplace.Workplace;
import org.meetwright.cli.workplace.choice.Workplaces;
import org.meetwright.server.api.model.eventtype.ApiEventType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `meetwright event-type copy`.
@Command(
    name = "copy",
    description = "Add an event type that is like another, and print its id.",
    footer = {
      "",
      "@|bold Example:|@",
      "  meetwright event-type copy ada/intro long --name \"Long talk\" --duration 90"
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
final class EventTypeCopyCommand implements Runnable {
  private final Program program;

  @Parameters(
      index = "0",
      paramLabel = "HANDLE/SLUG",
      description = "Host or team, and event type.")
  private EventTypeAddress address;

  @Parameters(index = "1", paramLabel = "NEW", description = "The slug of the copy.")
  private String slug;

  @Mixin private FieldOptions fields;

  EventTypeCopyCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Workplace work = Workplaces.open(program)) {
      Desk desk = work.deskOf(address);
      ApiEventType one = EventTypeFinder.find(desk.eventTypes(), address, desk.me().handle());
      EventTypeDraft draft = EventTypeDraft.like(one);
      fields.apply(draft, program.terminal().in());
      draft.set("slug", slug);
      ApiEventType added = desk.addEventType(draft.request());
      if (program.options().json()) {
        program.terminal().printJson(added);
      } else {
        program.terminal().print(added.id().toString());
      }
    }
  }
}
