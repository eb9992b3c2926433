package org.meetwright.cli.commands.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.meetwright.cli.arguments.OwnArguments;
import org.meetwright.cli.hours.DayText;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.workplace.Desk;
import org.meetwright.cli.workplace.Workplace;
import org.meetwright.cli.workplace.choice.Workplaces;
import org.meetwright.server.api.model.schedule.ApiSchedule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `meetwright schedule override`.
@Command(
    name = "override",
    description = {
      "Set the hours of one date instead of the weekly ones.",
      "HOURS is like 09:00-12:00,13:00-17:00 or closed; weekly goes back to the weekly hours."
    },
    footer = {
      "",
      "@|bold Examples:|@",
      "  meetwright schedule override ada 2026-12-24 09:00-12:00",
      "  meetwright schedule override ada 2026-12-24 weekly"
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
final class ScheduleOverrideCommand implements Runnable {
  private static final String WEEKLY = "weekly";

  private final Program program;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "2..3",
      paramLabel = "[HANDLE] DATE HOURS",
      hideParamSyntax = true,
      description = "Whose, which date, and its hours.")
  private List<String> given;

  @Mixin private ScheduleChange change;

  ScheduleOverrideCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    OwnArguments arguments = OwnArguments.of(given, 2);
    LocalDate date = arguments.date(spec, "DATE", 0);
    boolean weekly = arguments.get(1).equals(WEEKLY);
    List<ApiSchedule.Hours> hours =
        weekly ? List.of() : arguments.parsed(spec, "HOURS", 1, DayText::parse);
    try (Workplace work = Workplaces.open(program)) {
      Desk desk = work.desk(arguments.handle());
      ApiSchedule old = change.find(desk);
      List<ApiSchedule.OverrideDate> overrides = new ArrayList<>(old.overrides());
      overrides.removeIf(each -> each.date().equals(date));
      if (!weekly) {
        overrides.add(new ApiSchedule.OverrideDate(date, hours));
      }
      overrides.sort(Comparator.comparing(ApiSchedule.OverrideDate::date));
      ApiSchedule changed =
          new ApiSchedule(
              old.id(),
              old.name(),
              old.timeZone(),
              old.isDefault(),
              old.weeklyHours(),
              overrides,
              old.holidays(),
              old.travel());
      change
          .save(program, desk, changed)
          .ifPresent(
              _ ->
                  program
                      .terminal()
                      .say(
                          date
                              + ": "
                              + (weekly ? "the weekly hours" : DayText.print(hours))
                              + "."));
    }
  }
}
