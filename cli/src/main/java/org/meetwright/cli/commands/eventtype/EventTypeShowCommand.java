package org.meetwright.cli.commands.eventtype;

import java.util.ArrayList;
import java.util.List;
import org.meetwright.cli.arguments.EventTypeAddress;
import org.meetwright.cli.arguments.EventTypeFinder;
import org.meetwright.cli.program.Columns;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.workplace.Desk;
import org.meetwright.cli.workplace.Workplace;
import org.meetwright.cli.workplace.choice.Workplaces;
import org.meetwright.server.api.model.eventtype.ApiEventType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `meetwright event-type show`.
@Command(
    name = "show",
    description = "Show all fields of an event type, one a line, as --set takes them.",
    footer = {"", "@|bold Example:|@", "  meetwright event-type show ada/intro"})
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
final class EventTypeShowCommand implements Runnable {
  private final Program program;

  @Parameters(paramLabel = "HANDLE/SLUG", description = "Host or team, and event type.")
  private EventTypeAddress address;

  EventTypeShowCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Workplace work = Workplaces.open(program)) {
      Desk desk = work.deskOf(address);
      ApiEventType type = EventTypeFinder.find(desk.eventTypes(), address, desk.me().handle());
      if (program.options().json()) {
        program.terminal().printJson(type);
        return;
      }
      List<List<String>> rows = new ArrayList<>();
      JsonNode fields = JsonMapper.shared().valueToTree(type);
      fields
          .properties()
          .forEach(field -> rows.add(List.of(field.getKey(), shown(field.getValue()))));
      Columns.align(rows).forEach(program.terminal()::print);
    }
  }

  private static String shown(JsonNode value) {
    return value.isNull() ? "-" : value.isString() ? value.stringValue() : value.toString();
  }
}
