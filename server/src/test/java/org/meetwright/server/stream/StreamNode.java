package org.meetwright.server.stream;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import org.meetwright.core.Core;
import org.meetwright.core.archive.ArchiveJob.Lifetimes;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.DatabaseSettings;
import org.meetwright.server.MeetwrightServer;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.settings.AcmeSettings;
import org.meetwright.server.settings.LogSettings;
import org.meetwright.server.settings.OidcSettings;
import org.meetwright.server.settings.PrivateTargets;
import org.meetwright.server.settings.ServerSettings;
import org.meetwright.server.settings.ServerSettings.ConnectionNumbers;
import org.meetwright.server.settings.Settings;
import org.meetwright.server.settings.calendar.CalendarClients;

/// A server in a process of its own, until it is killed. A client may have 100 connections, but for
/// its streams. It prints its address.
final class StreamNode {
  private StreamNode() {}

  /// Serves.
  ///
  /// @param arguments the URL of the database, and its key file
  public static void main(String[] arguments) throws Exception {
    Path keys = Path.of(arguments[1]);
    DatabaseSettings database =
        new DatabaseSettings(arguments[0], "", "", DatabaseSettings.DEFAULT_POOL_SIZE, keys);
    ServerSettings listening =
        new ServerSettings(
            "127.0.0.1",
            0,
            null,
            null,
            List.of(),
            false,
            new ConnectionNumbers(2000, 100),
            Duration.ZERO);
    Settings settings =
        new Settings(
            keys.getParent(),
            database,
            listening,
            AcmeSettings.NONE,
            0,
            32,
            new Lifetimes(Duration.ofDays(93), Duration.ofDays(730)),
            ServerFixture.FILES,
            new PrivateTargets(false, false),
            CalendarClients.NONE,
            ServerFixture.NO_SMS,
            OidcSettings.NONE,
            new LogSettings(Level.INFO, false, false),
            Optional.empty());
    Core core = Core.on(Database.open(database), Clock.systemUTC());
    System.out.println(MeetwrightServer.start(core, settings).url());
    new CountDownLatch(1).await();
  }
}
