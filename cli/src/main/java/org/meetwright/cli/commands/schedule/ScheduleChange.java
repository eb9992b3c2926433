package org.meetwright.cli.commands.schedule;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.views.PreviewView;
import org.meetwright.cli.workplace.Desk;
import org.meetwright.server.api.model.schedule.ApiSchedule;
import org.meetwright.server.api.model.schedule.ScheduleRequest;
import picocli.CommandLine.Option;

/// Which schedule of a host, and whether to change it.
final class ScheduleChange {
  @Option(
      names = "--schedule",
      paramLabel = "NAME",
      description = "Name or id of the schedule (default: the default one).")
  @Nullable String schedule;

  @Option(names = "--dry-run", description = "Only show which times would be gained and lost.")
  boolean dryRun;

  ScheduleChange() {}

  /// Returns the schedule.
  ///
  /// @param named null for the default one
  /// @throws Failure if there is none
  static ApiSchedule find(Desk desk, @Nullable String named) {
    List<ApiSchedule> all = desk.schedules();
    Optional<ApiSchedule> found =
        all.stream()
            .filter(
                each ->
                    named == null
                        ? each.isDefault()
                        : each.name().equals(named) || each.id().toString().startsWith(named))
            .findFirst();
    return found.orElseThrow(
        () ->
            new Failure(
                "There is no schedule \""
                    + named
                    + "\"; there is "
                    + String.join(", ", all.stream().map(ApiSchedule::name).toList())
                    + "."));
  }

  ApiSchedule find(Desk desk) {
    return find(desk, schedule);
  }

  /// Saves a changed schedule, or shows what would follow.
  ///
  /// @return the saved one; empty if nothing was changed
  Optional<ApiSchedule> save(Program program, Desk desk, ApiSchedule changed) {
    ScheduleRequest request =
        new ScheduleRequest(
            changed.id(),
            changed.name(),
            changed.timeZone(),
            changed.isDefault(),
            changed.weeklyHours(),
            changed.overrides(),
            changed.holidays(),
            changed.travel());
    if (dryRun) {
      PreviewView.print(program, desk, request);
      return Optional.empty();
    }
    ApiSchedule saved = desk.replaceSchedule(changed.id(), request);
    if (program.options().json()) {
      program.terminal().printJson(saved);
    }
    return Optional.of(saved);
  }
}
