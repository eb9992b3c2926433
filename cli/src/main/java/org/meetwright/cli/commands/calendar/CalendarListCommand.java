package org.meetwright.cli.commands.calendar;

import java.util.List;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.screen.Table;
import org.meetwright.core.Core;
import org.meetwright.core.calendar.CalendarConnection;
import org.meetwright.server.api.calendar.CalendarTranslation;
import org.meetwright.server.api.model.calendar.ApiCalendarAccount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `meetwright calendar list`.
@Command(
    name = "list",
    description = {
      "List a host's calendar accounts, one a line:",
      "id, kind, state, since when nothing older is known, name, and what is wrong."
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class CalendarListCommand implements Runnable {
  private final Program program;

  @Parameters(paramLabel = "HANDLE", description = "Whose.")
  private String handle;

  /// Creates the command.
  public CalendarListCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      List<CalendarConnection> all =
          core.calendarConnections().list(Lookup.host(core.hosts(), handle).id());
      if (program.options().json()) {
        program
            .terminal()
            .printJson(
                new ApiCalendarAccount.Listing(
                    all.stream().map(CalendarTranslation::toApi).toList()));
      } else {
        program
            .terminal()
            .print(
                new Table(
                    List.of("ID", "KIND", "STATE", "LAST READ", "NAME", "PROBLEM"),
                    all.stream().map(CalendarListCommand::row).toList()));
      }
    }
  }

  static List<String> row(CalendarConnection one) {
    return List.of(
        one.id().toString(),
        one.kind().word(),
        one.state().word(),
        one.lastSyncedAt() == null ? "-" : one.lastSyncedAt().toString(),
        one.name(),
        one.error() == null ? "" : one.error());
  }
}
