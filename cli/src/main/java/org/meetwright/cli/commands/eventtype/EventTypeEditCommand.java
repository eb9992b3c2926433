package org.meetwright.cli.commands.eventtype;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.EventTypeAddress;
import org.meetwright.cli.arguments.EventTypeFinder;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.views.PreviewView;
import org.meetwright.cli.workplace.Desk;
import org.meetwright.cli.workplace.Workplace;
import org.meetwright.cli.workplace.choice.Workplaces;
import org.meetwright.server.api.model.eventtype.ApiEventType;
import org.meetwright.server.api.model.eventtype.EventTypeRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `meetwright event-type edit`.
@Command(
    name = "edit",
    description = "Change fields of an event type; the others stay as they are.",
    footer = {
      "",
      "@|bold Examples:|@",
      "  meetwright event-type edit ada/intro --duration 45 --dry-run",
      "  meetwright event-type edit ada/intro --set cancellationPolicy.noticeMinutes=60"
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
final class EventTypeEditCommand implements Runnable {
  private final Program program;

  @Parameters(paramLabel = "HANDLE/SLUG", description = "Host or team, and event type.")
  private EventTypeAddress address;

  @Mixin private FieldOptions fields;

  @Option(names = "--slug", paramLabel = "SLUG", description = "What stands in the address.")
  private @Nullable String slug;

  @Option(names = "--dry-run", description = "Only show what would change.")
  private boolean dryRun;

  EventTypeEditCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Workplace work = Workplaces.open(program)) {
      Desk desk = work.deskOf(address);
      ApiEventType before = EventTypeFinder.find(desk.eventTypes(), address, desk.me().handle());
      EventTypeDraft draft = EventTypeDraft.of(before);
      fields.apply(draft, program.terminal().in());
      draft.set("slug", slug);
      EventTypeRequest request = draft.request();
      if (dryRun) {
        draft.changes(before).forEach(program.terminal()::say);
        PreviewView.print(program, desk, request);
        return;
      }
      ApiEventType after = desk.replaceEventType(before.id(), request);
      if (program.options().json()) {
        program.terminal().printJson(after);
      }
      List<String> changes = EventTypeDraft.of(after).changes(before);
      (changes.isEmpty() ? List.of("Nothing was different.") : changes)
          .forEach(program.terminal()::say);
      after.warnings().forEach(each -> program.terminal().say("Warning: " + each.message()));
    }
  }
}
