package org.meetwright.core.calendar.meeting;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.meetwright.core.Core;
import org.meetwright.core.availability.Availability;
import org.meetwright.core.calendar.account.RemoteProviders;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.DatabaseSettings;
import org.meetwright.core.outbox.Message;

/// A program that delivers what is to be written into calendars. Once the service has done
/// something, it says so and waits to be killed, before it hears the answer.
final class KilledWriter {
  private KilledWriter() {}

  /// Runs it.
  ///
  /// @param arguments the database's URL and file of keys, the service's folder, and the time
  public static void main(String[] arguments) throws Exception {
    InstantSource clock = InstantSource.fixed(Instant.parse(arguments[3]));
    FolderProvider service = new FolderProvider(Path.of(arguments[2]), KilledWriter::waitForIt);
    DatabaseSettings settings =
        new DatabaseSettings(
            arguments[0], "", "", DatabaseSettings.DEFAULT_POOL_SIZE, Path.of(arguments[1]));
    try (Core core = open(Database.open(settings), clock, service)) {
      deliver(core, clock);
    }
    System.out.println("nothing was written");
  }

  static Core open(Database database, InstantSource clock, FolderProvider service) {
    return Core.on(
        database,
        clock,
        Availability.DEFAULT_KEPT_MEBIBYTES,
        List.of(),
        new RemoteProviders(List.of(service)));
  }

  /// Delivers everything once.
  static void deliver(Core core, InstantSource clock) throws Exception {
    MeetingText text = (host, bookings, isGroup) -> new MeetingText.Worded("Meeting", "");
    CalendarWriter writer =
        new CalendarWriter(
            core.database(), clock, core.connectedAccounts(), core.calendarProblems(), text);
    for (Message message : core.outbox().list(CalendarWrite.KIND, "pending", 100)) {
      writer.deliver(CalendarWrite.KIND.read(message), message);
    }
  }

  private static void waitForIt() {
    System.out.println("done there");
    while (true) {
      LockSupport.park();
    }
  }
}
