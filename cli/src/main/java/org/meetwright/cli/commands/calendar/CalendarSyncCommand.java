package org.meetwright.cli.commands.calendar;

import java.util.ArrayList;
import java.util.List;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import org.meetwright.core.calendar.CalendarConnection;
import org.meetwright.core.calendar.ConnectionState;
import org.meetwright.core.calendar.sync.CalendarSync.SyncOutcome;
import org.meetwright.core.calendar.sync.SyncNow;
import org.meetwright.core.host.Host;
import org.meetwright.server.api.calendar.CalendarTranslation;
import org.meetwright.server.api.model.calendar.ApiCalendarAccount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `meetwright calendar sync`.
@Command(
    name = "sync",
    description = {
      "Read all calendars of a host now, and print what came of it: an account a line, id, then",
      "read, paused or failed, and why. Exit code 1 if any failed."
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class CalendarSyncCommand implements Runnable {
  private final Program program;

  @Parameters(paramLabel = "HANDLE", description = "Whose.")
  private String handle;

  /// Creates the command.
  public CalendarSyncCommand(Program program) {
    this.program = program;
  }

  /// What came of one.
  private record Result(String word, String why) {
    static final Result READ = new Result("read", "");
    static final Result PAUSED = new Result("paused", "");

    static Result failed(String why) {
      return new Result("failed", why);
    }
  }

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      Host host = Lookup.host(core.hosts(), handle);
      SyncNow sync = new SyncNow(core.calendarConnections(), core.calendarSync(), core.clock());
      List<ApiCalendarAccount> told = new ArrayList<>();
      int failed = 0;
      for (CalendarConnection account : core.calendarConnections().list(host.id())) {
        Result result = result(sync.sync(host.id(), account.id()));
        failed += result.word().equals("failed") ? 1 : 0;
        if (!program.options().json()) {
          program
              .terminal()
              .print((account.id() + " " + result.word() + " " + result.why()).strip());
        }
        core.calendarConnections()
            .find(host.id(), account.id())
            .map(CalendarTranslation::toApi)
            .ifPresent(told::add);
      }
      if (program.options().json()) {
        program.terminal().printJson(new ApiCalendarAccount.Listing(told));
      }
      if (failed > 0) {
        throw new Failure(
            failed + " of the accounts could not be read; what was known of them still counts.");
      }
    }
  }

  private static Result result(SyncOutcome outcome) {
    return switch (outcome) {
      case SyncOutcome.Synced _ -> Result.READ;
      case SyncOutcome.Failed(_, _, var message) -> Result.failed(message);
      case SyncOutcome.NotAsked(var connection) when connection.state() == ConnectionState.REAUTH ->
          Result.failed("Its service refuses the password; the host has to give a new one.");
      case SyncOutcome.NotAsked(var connection)
          when connection.state() == ConnectionState.REMOVING ->
          Result.failed("It is being disconnected.");
      case SyncOutcome.NotAsked _ -> Result.PAUSED;
      case SyncOutcome.TooManyTries(var retryAfter) ->
          Result.failed(CalendarLookup.tooOften(retryAfter));
      case SyncOutcome.NotFound() -> Result.failed("It was removed at the same time.");
    };
  }
}
