package org.meetwright.cli.commands.eventtype;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.EventTypeFinder;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.screen.Table;
import org.meetwright.cli.workplace.Desk;
import org.meetwright.cli.workplace.Workplace;
import org.meetwright.cli.workplace.choice.Workplaces;
import org.meetwright.server.api.model.eventtype.ApiEventType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `meetwright event-type list`.
@Command(
    name = "list",
    description = "List a host's event types: id, address, minutes, state, name.",
    footer = {"", "@|bold Example:|@", "  meetwright event-type list ada"})
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
final class EventTypeListCommand implements Runnable {
  private final Program program;

  @Parameters(arity = "0..1", paramLabel = "HANDLE", description = "Whose they are.")
  private @Nullable String handle;

  EventTypeListCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Workplace work = Workplaces.open(program)) {
      Desk desk = work.desk(handle);
      List<ApiEventType> all = desk.eventTypes();
      if (program.options().json()) {
        program.terminal().printJson(new ApiEventType.Listing(all));
        return;
      }
      String own = desk.me().handle();
      program
          .terminal()
          .print(
              new Table(
                  List.of("ID", "ADDRESS", "MINUTES", "STATE", "NAME"),
                  all.stream().map(type -> row(type, own)).toList()));
      if (all.isEmpty()) {
        program
            .terminal()
            .say(own + " has no event type yet; add one: meetwright event-type add --help");
      }
    }
  }

  private static List<String> row(ApiEventType type, String own) {
    return List.of(
        type.id().toString(),
        EventTypeFinder.page(type, own) + "/" + type.slug(),
        String.join(",", type.durationsMinutes().stream().map(String::valueOf).toList()),
        !type.active() ? "off" : type.hidden() ? "hidden" : "listed",
        type.name());
  }
}
