package org.meetwright.desktop.session;

import java.net.URI;
import java.util.Optional;

/// The ways into the app. All calls take their time: none is for the window's thread. What cannot
/// be is a [org.meetwright.desktop.task.Refusal], or one of the server's.
public interface Entrance {
  /// Opens the server on this computer.
  ///
  /// @return empty if it has no host yet
  Optional<Opened> here();

  /// Adds the first host of the server on this computer, and opens it.
  Opened here(NewAccount account);

  /// Signs in at a server elsewhere, and keeps the profile.
  Opened elsewhere(URI server, Credentials credentials);

  /// Opens a server with made-up data.
  Opened lookAround();

  /// Signs in once more where a session has ended.
  ///
  /// @return the new token
  String again(Session session, Credentials credentials);

  /// Has the server on this computer take any free port, from now on until the app ends.
  void useAnyPort();
}
