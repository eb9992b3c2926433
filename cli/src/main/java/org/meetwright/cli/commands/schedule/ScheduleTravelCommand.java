package org.meetwright.cli.commands.schedule;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.OwnArguments;
import org.meetwright.cli.program.Failure;
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

/// `meetwright schedule travel`.
@Command(
    name = "travel",
    description = {
      "Read the hours of some dates in another time zone.",
      "Without --zone, dates that begin then are as usual again (--remove)."
    },
    footer = {
      "",
      "@|bold Examples:|@",
      "  meetwright schedule travel ada 2026-05-01 2026-05-14 --zone Asia/Tokyo",
      "  meetwright schedule travel ada 2026-05-01 --remove"
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
final class ScheduleTravelCommand implements Runnable {
  private final Program program;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..3",
      paramLabel = "[HANDLE] FROM TO",
      hideParamSyntax = true,
      description = "Whose, the first and the last date; to remove it, the first alone.")
  private List<String> given;

  @Option(names = "--zone", paramLabel = "ZONE", description = "Where the host is.")
  private @Nullable ZoneId zone;

  @Option(names = "--remove", description = "Remove the journey that begins on FROM.")
  private boolean remove;

  @Mixin private ScheduleChange change;

  ScheduleTravelCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    if (remove == (zone != null)) {
      throw new ParameterException(
          spec.commandLine(), "Give either --zone ZONE or --remove, such as --zone Asia/Tokyo");
    }
    OwnArguments arguments = OwnArguments.of(given, remove ? 1 : 2);
    LocalDate from = arguments.date(spec, "FROM", 0);
    if (!remove && arguments.rest().size() < 2) {
      throw new ParameterException(
          spec.commandLine(), "TO must be given: the last date, like 2026-05-14");
    }
    try (Workplace work = Workplaces.open(program)) {
      Desk desk = work.desk(arguments.handle());
      ApiSchedule old = change.find(desk);
      List<ApiSchedule.Travel> travel = new ArrayList<>(old.travel());
      boolean there = travel.removeIf(each -> each.from().equals(from));
      if (remove && !there) {
        throw new Failure("No journey begins on " + from + "; see them: meetwright schedule show");
      }
      if (zone != null) {
        travel.add(new ApiSchedule.Travel(from, arguments.date(spec, "TO", 1), zone.getId()));
      }
      travel.sort(Comparator.comparing(ApiSchedule.Travel::from));
      ApiSchedule changed =
          new ApiSchedule(
              old.id(),
              old.name(),
              old.timeZone(),
              old.isDefault(),
              old.weeklyHours(),
              old.overrides(),
              old.holidays(),
              travel);
      change
          .save(program, desk, changed)
          .ifPresent(
              _ ->
                  program
                      .terminal()
                      .say(
                          zone == null
                              ? "The journey of " + from + " is removed."
                              : "From " + from + " hours are meant in " + zone + "."));
    }
  }
}
