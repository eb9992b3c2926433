package org.meetwright.desktop.session;

import java.net.URI;
import org.meetwright.desktop.profile.ServerProfile;

/// A server, and the right to speak to it as a host.
///
/// @param address without a slash at the end
/// @param token the bearer token to send
/// @param closing ends what the app runs for it
public record Connection(ServerProfile profile, URI address, String token, Runnable closing) {
  /// Leaves the token out.
  @Override
  public String toString() {
    return "Connection[" + address + "]";
  }
}
