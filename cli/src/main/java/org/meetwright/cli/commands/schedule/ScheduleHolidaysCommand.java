package org.meetwright.cli.commands.schedule;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.screen.Table;
import org.meetwright.cli.workplace.Desk;
import org.meetwright.cli.workplace.Workplace;
import org.meetwright.cli.workplace.choice.Workplaces;
import org.meetwright.server.api.model.holiday.ApiHolidays;
import org.meetwright.server.api.model.schedule.ApiSchedule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `meetwright schedule holidays`.
@Command(
    name = "holidays",
    description = {
      "Close the schedule on public holidays of a country, like DE, or a region of it, like DE-BY.",
      "none has them count no longer; without a PLACE, those of a year are listed."
    },
    footer = {
      "",
      "@|bold Examples:|@",
      "  meetwright schedule holidays ada --place DE-BY --except 2026-08-15",
      "  meetwright schedule holidays ada --place none"
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
final class ScheduleHolidaysCommand implements Runnable {
  private final Program program;

  @Parameters(arity = "0..1", paramLabel = "HANDLE", description = "Whose.")
  private @Nullable String handle;

  @Option(names = "--place", paramLabel = "PLACE", description = "Country or region, or none.")
  private @Nullable String place;

  @Option(
      names = "--except",
      paramLabel = "LIST",
      split = ",",
      description = "Holidays that do not count: ids, for every year, and dates.")
  private @Nullable List<String> except;

  @Option(names = "--year", paramLabel = "YEAR", description = "Which to list (default: this one).")
  private @Nullable Integer year;

  @Mixin private ScheduleChange change;

  ScheduleHolidaysCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Workplace work = Workplaces.open(program)) {
      Desk desk = work.desk(handle);
      ApiSchedule old = change.find(desk);
      if (place == null) {
        list(desk, old);
        return;
      }
      ApiSchedule changed =
          new ApiSchedule(
              old.id(),
              old.name(),
              old.timeZone(),
              old.isDefault(),
              old.weeklyHours(),
              old.overrides(),
              holidays(place),
              old.travel());
      change
          .save(program, desk, changed)
          .ifPresent(
              saved ->
                  program
                      .terminal()
                      .say(
                          saved.holidays() == null
                              ? "Public holidays do not count."
                              : "Closed on the public holidays of "
                                  + ScheduleShowCommand.line(saved.holidays())
                                  + "."));
    }
  }

  private ApiSchedule.@Nullable Holidays holidays(String named) {
    if (named.equals("none")) {
      return null;
    }
    String[] parts = named.toUpperCase(Locale.ROOT).split("-", 2);
    return new ApiSchedule.Holidays(parts[0], parts.length < 2 ? null : parts[1], except);
  }

  private void list(Desk desk, ApiSchedule schedule) {
    ApiSchedule.Holidays chosen = schedule.holidays();
    if (chosen == null) {
      throw new Failure(
          "No public holidays count; choose a place, such as: meetwright schedule holidays "
              + desk.me().handle()
              + " --place DE-BY");
    }
    ApiHolidays found = desk.holidays(chosen.country(), chosen.region(), year);
    if (program.options().json()) {
      program.terminal().printJson(found);
      return;
    }
    List<String> open = Objects.requireNonNullElse(chosen.except(), List.of());
    program
        .terminal()
        .print(
            new Table(
                List.of("DATE", "COUNTS", "ID", "NAME"),
                found.holidays().stream()
                    .map(
                        day ->
                            List.of(
                                day.date().toString(),
                                open.contains(day.id()) || open.contains(day.date().toString())
                                    ? "no"
                                    : "yes",
                                day.id(),
                                day.name()))
                    .toList()));
  }
}
