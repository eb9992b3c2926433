package org.meetwright.cli.commands.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.IdPrefix;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import org.meetwright.core.calendar.Calendar;
import org.meetwright.core.calendar.CalendarConnection;
import org.meetwright.core.calendar.remote.OwnEvent;
import org.meetwright.core.calendar.remote.RemoteAccount;
import org.meetwright.core.calendar.remote.RemoteCalendar;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.calendar.remote.WrittenEvent;
import org.meetwright.core.prefix.Findable;
import org.meetwright.core.value.Ids;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `meetwright calendar test`.
@Command(
    name = "test",
    description = {
      "Ask the service of an account for its calendars, and print what it can do, a line a step.",
      "With --write, an event is put, read and deleted, in the calendar that receives meetings,",
      "or else in the first that can be written."
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class CalendarTestCommand implements Runnable {
  private static final Duration AHEAD = Duration.ofDays(1);
  private static final Duration LENGTH = Duration.ofMinutes(15);

  private final Program program;

  @Parameters(paramLabel = "ID", description = "The account.")
  private IdPrefix given;

  @Option(names = "--write", description = "Put, read and delete an event.")
  private boolean write;

  /// Creates the command.
  public CalendarTestCommand(Program program) {
    this.program = program;
  }

  /// What was done.
  ///
  /// @param done the steps that went well
  record Report(List<String> done) {}

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      UUID id = Lookup.id(core.database(), given, Findable.CALENDAR_ACCOUNT);
      CalendarConnection known =
          CalendarLookup.account(core.hosts(), core.calendarConnections(), id);
      RemoteAccount account =
          core.connectedAccounts()
              .open(id)
              .orElseThrow(
                  () ->
                      new Failure(
                          "The account "
                              + known.name()
                              + " is "
                              + known.state().word()
                              + ", so its service is not asked."));
      Duration wait = core.calendarConnections().countReading(known.hostId(), id);
      if (!wait.isZero()) {
        throw new Failure(CalendarLookup.tooOften(wait));
      }
      List<String> done = new ArrayList<>();
      try {
        test(core, known, account, done);
      } catch (RemoteFault fault) {
        throw new Failure("The test failed: " + fault.getMessage(), fault);
      } finally {
        if (program.options().json()) {
          program.terminal().printJson(new Report(done));
        }
      }
    }
  }

  private void test(Core core, CalendarConnection known, RemoteAccount account, List<String> done)
      throws RemoteFault {
    List<RemoteCalendar> calendars = account.calendars();
    say(done, "calendars " + calendars.size());
    if (write) {
      String receiving = receiving(core, known);
      RemoteCalendar to =
          calendars.stream()
              .filter(one -> receiving == null ? one.mayWrite() : one.id().equals(receiving))
              .findFirst()
              .orElseThrow(() -> new Failure("No calendar of the account can be written."));
      write(core, account, to, done);
    }
  }

  private static @Nullable String receiving(Core core, CalendarConnection known) {
    return core.calendarConnections().calendars(known.hostId(), known.id()).stream()
        .flatMap(List::stream)
        .filter(one -> one.use().receives())
        .map(Calendar::remote)
        .map(RemoteCalendar::id)
        .findFirst()
        .orElse(null);
  }

  /// Whatever fails in between, the event is deleted.
  private void write(Core core, RemoteAccount account, RemoteCalendar to, List<String> done)
      throws RemoteFault {
    WrittenEvent written = account.put(to.id(), event(core.clock().instant()), null);
    try {
      say(done, "put " + to.name());
      if (account.find(to.id(), written.id()) == null) {
        throw new Failure("The test failed: the event that was put is not there.");
      }
      say(done, "read " + to.name());
    } finally {
      account.delete(to.id(), written);
    }
    if (account.find(to.id(), written.id()) != null) {
      throw new Failure("The test failed: the event is still there after it was deleted.");
    }
    say(done, "deleted " + to.name());
  }

  private static OwnEvent event(Instant now) {
    Instant start = now.plus(AHEAD).truncatedTo(ChronoUnit.HOURS);
    UUID test = Ids.next();
    return new OwnEvent(
        test,
        test + "@meetwright",
        0,
        start,
        start.plus(LENGTH),
        ZoneOffset.UTC,
        "Meetwright test",
        "Written by meetwright calendar test, and deleted at once.",
        "",
        true,
        now.truncatedTo(ChronoUnit.SECONDS));
  }

  private void say(List<String> done, String step) {
    done.add(step);
    if (!program.options().json()) {
      program.terminal().print("ok " + step);
    }
  }
}
