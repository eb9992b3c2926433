package org.meetwright.desktop;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.meetwright.desktop.connection.ConnectionException;
import org.meetwright.desktop.connection.EmbeddedServer;
import org.meetwright.desktop.connection.RemoteServer;
import org.meetwright.desktop.connection.ServerConnection;
import org.meetwright.server.settings.Settings;
import org.meetwright.server.settings.source.DataDirectory;
import org.meetwright.server.settings.source.SettingsSources;

/// Chooses the server: the one that the options name, else one of its own.
final class Connecting {
  /// The environment variable that holds the API token for a server elsewhere.
  static final String TOKEN = "MEETWRIGHT_TOKEN";

  private Connecting() {}

  /// Connects.
  ///
  /// @throws RuntimeException if that fails; its message is for the host
  static ServerConnection connect(Map<String, String> options, Map<String, String> environment) {
    String server = options.get("server");
    return server == null ? embedded(options, environment) : remote(server, environment);
  }

  private static ServerConnection remote(String server, Map<String, String> environment) {
    String token = environment.getOrDefault(TOKEN, "");
    if (token.isEmpty()) {
      throw new ConnectionException(
          "Set the environment variable "
              + TOKEN
              + " to an API token of "
              + server
              + "; make one with: meetwright token create HANDLE",
          null);
    }
    try {
      URI address = URI.create(server.replaceAll("/+$", ""));
      if (address.getHost() != null) {
        return new RemoteServer(address, token);
      }
    } catch (IllegalArgumentException notAnAddress) {
      // Said below.
    }
    throw new ConnectionException(
        "--server must be an address like https://meet.example.org, not " + server, null);
  }

  private static ServerConnection embedded(
      Map<String, String> options, Map<String, String> environment) {
    String chosen = options.get("home");
    Path home = DataDirectory.find(chosen == null ? null : Path.of(chosen), environment);
    DataDirectory.create(home);
    Settings settings = new SettingsSources(home, null, environment, Map.of()).read();
    return EmbeddedServer.start(settings, options.get("host"));
  }
}
