package org.meetwright.cli.commands.eventtype;

import java.util.List;
import org.meetwright.cli.arguments.OwnArguments;
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

/// `meetwright event-type add`.
@Command(
    name = "add",
    description = {
      "Add something that can be booked, and print its id.",
      "It needs a name and a duration; the rest has defaults."
    },
    footer = {
      "",
      "@|bold Examples:|@",
      "  meetwright event-type add ada intro --name Introduction --duration 30",
      "  meetwright event-type add ada talk --name Talk --duration 60 --notice 1440 \\",
      "    --location phone --set maxPerMonth=10"
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
final class EventTypeAddCommand implements Runnable {
  private final Program program;

  @Parameters(
      arity = "1..2",
      paramLabel = "[HANDLE] SLUG",
      hideParamSyntax = true,
      description = "The host, and what stands in the address: ada/SLUG.")
  private List<String> given;

  @Mixin private FieldOptions fields;

  @Option(names = "--dry-run", description = "Only show which times could be booked.")
  private boolean dryRun;

  EventTypeAddCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    OwnArguments arguments = OwnArguments.of(given, 1);
    EventTypeDraft draft = EventTypeDraft.empty();
    fields.apply(draft, program.terminal().in());
    draft.set("slug", arguments.get(0));
    EventTypeRequest request = draft.request();
    try (Workplace work = Workplaces.open(program)) {
      Desk desk = work.desk(arguments.handle());
      if (dryRun) {
        PreviewView.print(program, desk, request);
        return;
      }
      ApiEventType added = desk.addEventType(request);
      if (program.options().json()) {
        program.terminal().printJson(added);
      } else {
        program.terminal().print(added.id().toString());
      }
      added.warnings().forEach(each -> program.terminal().say("Warning: " + each.message()));
    }
  }
}
