package org.meetwright.desktop.profile;

import java.net.URI;
import java.util.Locale;

/// A server that the app knows, and who signs in there.
///
/// @param name what the sidebar calls it
/// @param address the server's; empty for the one on this computer
/// @param account the e-mail address of the host, or on this computer the handle
public record ServerProfile(String id, String name, Hosting kind, String address, String account) {
  /// Who runs its server.
  public enum Hosting {
    /// The app runs it.
    HERE,
    /// Somebody else does.
    ELSEWHERE,
    /// The app runs it with made-up data, until it ends.
    DEMO
  }

  /// Returns the profile of the server on this computer.
  ///
  /// @param name the host's
  public static ServerProfile here(String name, String handle) {
    return new ServerProfile("here", name, Hosting.HERE, "", handle);
  }

  /// Returns the profile of made-up data.
  public static ServerProfile demo(String name) {
    return new ServerProfile("demo", name, Hosting.DEMO, "", "");
  }

  /// Returns the profile of a host on a server elsewhere.
  public static ServerProfile elsewhere(URI server, String email) {
    String id =
        (server.getAuthority() + "-" + email)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-");
    return new ServerProfile(
        id, server.getAuthority(), Hosting.ELSEWHERE, server.toString(), email);
  }
}
