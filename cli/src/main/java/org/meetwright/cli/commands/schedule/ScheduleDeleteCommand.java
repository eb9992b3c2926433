package org.meetwright.cli.commands.schedule;

import java.util.List;
import org.meetwright.cli.arguments.OwnArguments;
import org.meetwright.cli.program.Consent;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.workplace.Desk;
import org.meetwright.cli.workplace.Workplace;
import org.meetwright.cli.workplace.choice.Workplaces;
import org.meetwright.server.api.model.schedule.ApiSchedule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `meetwright schedule delete`.
@Command(
    name = "delete",
    description = "Delete a schedule that no event type uses, and that is not the default one.",
    footer = {"", "@|bold Example:|@", "  meetwright schedule delete ada Evenings --yes"})
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
final class ScheduleDeleteCommand implements Runnable {
  private final Program program;

  @Parameters(
      arity = "1..2",
      paramLabel = "[HANDLE] NAME",
      hideParamSyntax = true,
      description = "Whose, and the name or id of the schedule.")
  private List<String> given;

  @Mixin private Consent consent;

  ScheduleDeleteCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    OwnArguments arguments = OwnArguments.of(given, 1);
    try (Workplace work = Workplaces.open(program)) {
      Desk desk = work.desk(arguments.handle());
      ApiSchedule schedule = ScheduleChange.find(desk, arguments.get(0));
      consent.require(program, "This deletes the schedule " + schedule.name() + ".");
      desk.deleteSchedule(schedule.id());
      program.terminal().say("Deleted " + schedule.name() + ".");
    }
  }
}
