package org.meetwright.cli.commands.schedule;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.OwnArguments;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.workplace.Desk;
import org.meetwright.cli.workplace.Workplace;
import org.meetwright.cli.workplace.choice.Workplaces;
import org.meetwright.server.api.model.schedule.ApiSchedule;
import org.meetwright.server.api.model.schedule.ScheduleRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `meetwright schedule add`.
@Command(
    name = "add",
    description = {
      "Add a schedule besides the default one, and print its id.",
      "An event type uses it after: event-type edit HANDLE/SLUG --set scheduleId=ID"
    },
    footer = {
      "",
      "@|bold Example:|@",
      "  meetwright schedule add ada Evenings \"mon-thu 18:00-20:00\" --zone Europe/London"
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
final class ScheduleAddCommand implements Runnable {
  private final Program program;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "2..3",
      paramLabel = "[HANDLE] NAME HOURS",
      hideParamSyntax = true,
      description = "Whose, its name, and the hours, as one argument.")
  private List<String> given;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "The zone of the hours (default: the host's).")
  private @Nullable ZoneId zone;

  @Option(names = "--default", description = "Make it the default one.")
  private boolean usual;

  ScheduleAddCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    OwnArguments arguments = OwnArguments.of(given, 2);
    List<ApiSchedule.Weekly> hours = arguments.parsed(spec, "HOURS", 1, ScheduleSetCommand::hours);
    try (Workplace work = Workplaces.open(program)) {
      Desk desk = work.desk(arguments.handle());
      ApiSchedule added =
          desk.addSchedule(
              new ScheduleRequest(
                  null,
                  arguments.get(0),
                  zone == null ? desk.me().timeZone() : zone.getId(),
                  usual,
                  hours,
                  null,
                  null,
                  null));
      if (program.options().json()) {
        program.terminal().printJson(added);
      } else {
        program.terminal().print(added.id().toString());
      }
    }
  }
}
