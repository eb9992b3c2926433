package org.meetwright.server;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.meetwright.core.Core;
import org.meetwright.core.database.Database;
import org.meetwright.server.settings.Settings;
import org.meetwright.server.settings.source.SettingsSources;

/// A server whose clock stands still, until it is killed.
final class KilledServer {
  private KilledServer() {}

  /// Serves.
  ///
  /// @param arguments the data directory, and what the clock shows
  public static void main(String[] arguments) throws Exception {
    Settings settings =
        new SettingsSources(Path.of(arguments[0]), null, System.getenv(), Map.of()).read();
    Core core =
        Core.on(
            Database.open(settings.database()),
            InstantSource.fixed(Instant.parse(arguments[1])),
            settings.keptMebibytes(),
            settings.sms().consequences());
    MeetwrightServer.start(core, settings);
    new CountDownLatch(1).await();
  }
}
