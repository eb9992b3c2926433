package org.meetwright.desktop.connection;

import java.net.URI;

/// A server somewhere else, and an API token for it.
///
/// @param address without a slash at the end
public record RemoteServer(URI address, String token) implements ServerConnection {
  @Override
  public void close() {
    // It runs on without us.
  }

  /// Leaves the token out.
  @Override
  public String toString() {
    return "RemoteServer[" + address + "]";
  }
}
