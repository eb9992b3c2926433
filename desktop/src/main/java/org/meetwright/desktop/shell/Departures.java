package org.meetwright.desktop.shell;

import org.meetwright.desktop.profile.ServerProfile;

/// The ways out of a session, which the menu of the profiles offers.
public interface Departures {
  /// Goes on with another profile.
  void to(ServerProfile profile);

  /// Goes to the doors, to add a server.
  void toDoors();

  /// Signs out, and forgets the profile.
  void signOut();
}
