package org.meetwright.cli.commands.schedule;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.OwnArguments;
import org.meetwright.cli.hours.WeekText;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.workplace.Desk;
import org.meetwright.cli.workplace.Workplace;
import org.meetwright.cli.workplace.choice.Workplaces;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.api.model.schedule.ApiSchedule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// `meetwright schedule set`.
@Command(
    name = "set",
    description = {
      "Set the weekly hours of a host's schedule, and print them.",
      "HOURS is like mon-fri 09:00-12:00,13:00-17:00; sat 10:00-12:00 or closed, or the weeklyHours"
          + " of the API as JSON."
    },
    footer = {
      "",
      "@|bold Example:|@",
      "  meetwright schedule set ada \"mon-thu 09:00-17:00; fri 09:00-12:00\" \\",
      "    --zone Europe/London --dry-run"
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
final class ScheduleSetCommand implements Runnable {
  private final Program program;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..2",
      paramLabel = "[HANDLE] HOURS",
      hideParamSyntax = true,
      description = "Whose, and the hours, as one argument.")
  private List<String> given;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "The zone of the hours (default: as it is).")
  private @Nullable ZoneId zone;

  @Mixin private ScheduleChange change;

  ScheduleSetCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    OwnArguments arguments = OwnArguments.of(given, 1);
    List<ApiSchedule.Weekly> hours = arguments.parsed(spec, "HOURS", 0, ScheduleSetCommand::hours);
    try (Workplace work = Workplaces.open(program)) {
      Desk desk = work.desk(arguments.handle());
      ApiSchedule old = change.find(desk);
      ApiSchedule changed =
          new ApiSchedule(
              old.id(),
              old.name(),
              zone == null ? old.timeZone() : zone.getId(),
              old.isDefault(),
              hours,
              old.overrides(),
              old.holidays(),
              old.travel());
      change.save(program, desk, changed).ifPresent(this::print);
    }
  }

  /// Returns the hours that an argument says.
  ///
  /// @throws InvalidValueException if it says none
  static List<ApiSchedule.Weekly> hours(String text) {
    if (!text.strip().startsWith("[")) {
      return WeekText.parse(text);
    }
    try {
      return List.of(JsonMapper.shared().readValue(text, ApiSchedule.Weekly[].class));
    } catch (JacksonException notHours) {
      throw new InvalidValueException(
          "",
          "must be JSON like [{\"day\": \"MONDAY\", \"start\": \"09:00\", \"end\": \"17:00\"}],"
              + " not "
              + InvalidValueException.shown(text));
    }
  }

  private void print(ApiSchedule saved) {
    if (!program.options().json()) {
      program.terminal().print(WeekText.print(saved.weeklyHours()));
      program.terminal().say("In the zone " + saved.timeZone() + ".");
    }
  }
}
