package org.meetwright.cli.commands.calendar;

import java.util.List;
import java.util.UUID;
import org.meetwright.cli.arguments.IdPrefix;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Columns;
import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import org.meetwright.core.calendar.Calendar;
import org.meetwright.core.calendar.CalendarConnection;
import org.meetwright.core.prefix.Findable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `meetwright calendar show`.
@Command(
    name = "show",
    description = {
      "Show a calendar account as list does, then its calendars, one a line: id, busy or free,",
      "receives or -, when it was last read, name, and what is wrong."
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class CalendarShowCommand implements Runnable {
  private final Program program;

  @Parameters(paramLabel = "ID", description = "The account.")
  private IdPrefix given;

  /// Creates the command.
  public CalendarShowCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      UUID id = Lookup.id(core.database(), given, Findable.CALENDAR_ACCOUNT);
      CalendarConnection account =
          CalendarLookup.account(core.hosts(), core.calendarConnections(), id);
      List<Calendar> calendars =
          core.calendarConnections().calendars(account.hostId(), id).orElse(List.of());
      if (program.options().json()) {
        program.terminal().printJson(AccountReport.of(account, calendars));
        return;
      }
      Columns.align(List.of(CalendarListCommand.row(account))).forEach(program.terminal()::print);
      Columns.align(calendars.stream().map(CalendarShowCommand::row).toList())
          .forEach(program.terminal()::print);
    }
  }

  private static List<String> row(Calendar calendar) {
    return List.of(
        calendar.id().toString(),
        calendar.use().busy() ? "busy" : "free",
        calendar.use().receives() ? "receives" : "-",
        calendar.progress().syncedAt() == null ? "-" : calendar.progress().syncedAt().toString(),
        calendar.remote().name(),
        calendar.progress().error() == null ? "" : calendar.progress().error());
  }
}
