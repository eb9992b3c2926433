package org.meetwright.desktop.connection;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.Core;
import org.meetwright.core.database.Database;
import org.meetwright.core.host.Host;
import org.meetwright.server.MeetwrightServer;
import org.meetwright.server.calendar.CalendarProviders;
import org.meetwright.server.settings.Settings;

/// The server that the app runs itself, for a host whose data is on this computer.
public final class EmbeddedServer implements ServerConnection {
  private final Core core;
  private final MeetwrightServer server;
  private final String token;

  private EmbeddedServer(Core core, MeetwrightServer server, String token) {
    this.core = core;
    this.server = server;
    this.token = token;
  }

  /// Opens the database, starts a server on it, and signs a host in.
  ///
  /// @param handle whose bookings to show; null for the first host's
  /// @throws ConnectionException if there is no such host
  /// @throws org.meetwright.core.database.DatabaseUnavailableException if the database can't be
  ///   used
  public static EmbeddedServer start(Settings settings, @Nullable String handle) {
    Database database = Database.open(settings.database());
    try {
      database.migrations().migrate();
      Core core =
          Core.on(
              database,
              Clock.systemUTC(),
              settings.keptMebibytes(),
              settings.sms().consequences(),
              CalendarProviders.of(settings.privateTargets(), Clock.systemUTC()));
      Host host = host(core, handle);
      MeetwrightServer server = MeetwrightServer.start(core, settings);
      return new EmbeddedServer(
          core, server, core.access().sessions().begin(host.id(), "desktop app").token());
    } catch (RuntimeException failed) {
      database.close();
      throw failed;
    }
  }

  private static Host host(Core core, @Nullable String handle) {
    List<Host> hosts = core.hosts().list();
    return hosts.stream()
        .filter(host -> handle == null || host.handle().value().equals(handle))
        .findFirst()
        .orElseThrow(
            () ->
                new ConnectionException(
                    (handle == null ? "There is no host yet" : "There is no host " + handle)
                        + ". Add one with: meetwright host add HANDLE --name NAME"
                        + " --email EMAIL --zone ZONE",
                    null));
  }

  @Override
  public URI address() {
    return server.url();
  }

  @Override
  public String token() {
    return token;
  }

  @Override
  public void close() {
    core.access().signOut(token);
    server.close();
    core.close();
  }
}
