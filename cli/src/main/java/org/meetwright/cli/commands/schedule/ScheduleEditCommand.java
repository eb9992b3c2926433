package org.meetwright.cli.commands.schedule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.OwnArguments;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.workplace.Desk;
import org.meetwright.cli.workplace.Workplace;
import org.meetwright.cli.workplace.choice.Workplaces;
import org.meetwright.server.api.model.schedule.ApiSchedule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `meetwright schedule edit`.
@Command(
    name = "edit",
    description = "Give a schedule another name, or make it the default one.",
    footer = {
      "",
      "@|bold Examples:|@",
      "  meetwright schedule edit ada --schedule Evenings --name Late",
      "  meetwright schedule edit ada --schedule Late --default"
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
final class ScheduleEditCommand implements Runnable {
  private final Program program;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "[HANDLE]",
      hideParamSyntax = true,
      description = "Whose.")
  private List<String> given = List.of();

  @Option(names = "--name", paramLabel = "NAME", description = "Its name from now on.")
  private @Nullable String name;

  @Option(
      names = "--default",
      description = "Make it the one of event types that name none; the one before stays.")
  private boolean usual;

  @Mixin private ScheduleChange change;

  ScheduleEditCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    if (name == null && !usual) {
      throw new ParameterException(
          spec.commandLine(), "Say what to change: --name NAME, or --default");
    }
    try (Workplace work = Workplaces.open(program)) {
      Desk desk = work.desk(OwnArguments.of(given, 0).handle());
      ApiSchedule old = change.find(desk);
      ApiSchedule changed =
          new ApiSchedule(
              old.id(),
              name == null ? old.name() : name,
              old.timeZone(),
              usual || old.isDefault(),
              old.weeklyHours(),
              old.overrides(),
              old.holidays(),
              old.travel());
      change
          .save(program, desk, changed)
          .ifPresent(
              saved ->
                  program
                      .terminal()
                      .say(
                          saved.name()
                              + (saved.isDefault() ? " is the default schedule." : " is saved.")));
    }
  }
}
