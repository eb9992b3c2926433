package org.meetwright.cli.remote;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.meetwright.cli.program.ExitCode;
import org.meetwright.cli.program.Failure;
import org.meetwright.core.value.InvalidValueException;

/// The address of a server, as people write it.
public final class LoginAddress {
  private LoginAddress() {}

  /// Reads an address; a slash at its end is dropped.
  ///
  /// @throws Failure if it is none
  public static URI parse(String text) {
    try {
      URI given = new URI(text.strip());
      String scheme = String.valueOf(given.getScheme()).toLowerCase(Locale.ROOT);
      boolean plain =
          given.getHost() != null
              && given.getRawUserInfo() == null
              && given.getRawQuery() == null
              && given.getRawFragment() == null;
      if (plain && (scheme.equals("https") || scheme.equals("http"))) {
        String path = String.valueOf(given.getRawPath()).replaceAll("/+$", "");
        String port = given.getPort() < 0 ? "" : ":" + given.getPort();
        return URI.create(scheme + "://" + given.getHost().toLowerCase(Locale.ROOT) + port + path);
      }
    } catch (URISyntaxException notAUri) {
      // Said below.
    }
    throw new Failure(
        ExitCode.USAGE,
        "The address of a server must be like https://meet.example.org, without a user, a query or"
            + " a fragment, not "
            + InvalidValueException.shown(text));
  }

  /// Refuses to send a token where others could read it.
  ///
  /// @throws Failure if the address is plain HTTP, and not on this computer
  public static void requireSafe(URI server) {
    if (server.getScheme().equals("http") && !isLoopback(server.getHost())) {
      throw new Failure(
          "http:// to "
              + server.getHost()
              + " would show the password and the token to everyone on the way; use https://, or,"
              + " in a network that you trust, sign in with: meetwright login "
              + server
              + " --allow-http");
    }
  }

  private static boolean isLoopback(String host) {
    if (host.equals("localhost") || host.endsWith(".localhost")) {
      return true;
    }
    try {
      return InetAddress.ofLiteral(host.replaceAll("^\\[|]$", "")).isLoopbackAddress();
    } catch (IllegalArgumentException aName) {
      return false;
    }
  }
}
