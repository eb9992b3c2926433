package org.meetwright.cli.commands.calendar;

import java.util.UUID;
import org.meetwright.cli.arguments.IdPrefix;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import org.meetwright.core.calendar.CalendarConnection;
import org.meetwright.core.calendar.account.WrittenEvents;
import org.meetwright.core.prefix.Findable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `meetwright calendar remove`.
@Command(
    name = "remove",
    description = {
      "Disconnect a calendar account: what was read from it takes no time any more.",
      "The events of meetings to come are deleted there, by the server."
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class CalendarRemoveCommand implements Runnable {
  private final Program program;

  @Parameters(paramLabel = "ID", description = "The account.")
  private IdPrefix given;

  @Option(names = "--keep-events", description = "Leave the events of meetings there.")
  private boolean keepsEvents;

  /// Creates the command.
  public CalendarRemoveCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      UUID id = Lookup.id(core.database(), given, Findable.CALENDAR_ACCOUNT);
      CalendarConnection account =
          CalendarLookup.account(core.hosts(), core.calendarConnections(), id);
      core.calendarConnections()
          .remove(account.hostId(), id, keepsEvents ? WrittenEvents.KEEP : WrittenEvents.DELETE);
      boolean isGone = core.calendarConnections().find(account.hostId(), id).isEmpty();
      program
          .terminal()
          .say(
              isGone
                  ? "Disconnected the calendar account " + account.name() + "."
                  : "The server deletes the events of meetings in the calendar account "
                      + account.name()
                      + ", then forgets it.");
    }
  }
}
