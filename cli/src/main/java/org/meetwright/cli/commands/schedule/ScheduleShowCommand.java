package org.meetwright.cli.commands.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.hours.DayText;
import org.meetwright.cli.hours.WeekText;
import org.meetwright.cli.program.Columns;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.workplace.Desk;
import org.meetwright.cli.workplace.Workplace;
import org.meetwright.cli.workplace.choice.Workplaces;
import org.meetwright.server.api.model.absence.ApiAbsence;
import org.meetwright.server.api.model.schedule.ApiSchedule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `meetwright schedule show`.
@Command(
    name = "show",
    description = "Show a host's schedules and absences.",
    footer = {"", "@|bold Example:|@", "  meetwright schedule show ada"})
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
final class ScheduleShowCommand implements Runnable {
  private final Program program;

  @Parameters(arity = "0..1", paramLabel = "HANDLE", description = "Whose they are.")
  private @Nullable String handle;

  ScheduleShowCommand(Program program) {
    this.program = program;
  }

  private record View(List<ApiSchedule> schedules, List<ApiAbsence> absences) {}

  @Override
  public void run() {
    try (Workplace work = Workplaces.open(program)) {
      Desk desk = work.desk(handle);
      View view = new View(desk.schedules(), desk.absences());
      if (program.options().json()) {
        program.terminal().printJson(view);
        return;
      }
      List<List<String>> rows = new ArrayList<>();
      view.schedules().forEach(schedule -> addTo(rows, schedule));
      view.absences().forEach(absence -> rows.add(List.of("absent", line(absence))));
      Columns.align(rows).forEach(program.terminal()::print);
    }
  }

  private static void addTo(List<List<String>> rows, ApiSchedule schedule) {
    rows.add(List.of("schedule", schedule.name() + (schedule.isDefault() ? " (default)" : "")));
    rows.add(List.of("zone", schedule.timeZone()));
    rows.add(List.of("hours", WeekText.print(schedule.weeklyHours())));
    schedule
        .overrides()
        .forEach(
            each ->
                rows.add(List.of("override", each.date() + " " + DayText.print(each.intervals()))));
    ApiSchedule.Holidays holidays = schedule.holidays();
    if (holidays != null) {
      rows.add(List.of("holidays", line(holidays)));
    }
    schedule
        .travel()
        .forEach(
            each ->
                rows.add(
                    List.of("travel", each.from() + ".." + each.to() + " " + each.timeZone())));
  }

  static String line(ApiSchedule.Holidays holidays) {
    List<String> except = Objects.requireNonNullElse(holidays.except(), List.of());
    return holidays.country()
        + (holidays.region() == null ? "" : "-" + holidays.region())
        + (except.isEmpty() ? "" : " except " + String.join(",", except));
  }

  private static String line(ApiAbsence absence) {
    return absence.from()
        + ".."
        + absence.to()
        + " "
        + absence.id()
        + (absence.note().isEmpty() ? "" : " " + absence.note())
        + (absence.redirectTo() == null ? "" : " -> " + absence.redirectTo());
  }
}
