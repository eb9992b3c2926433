package org.meetwright.desktop.connection;

import java.net.URI;
import org.meetwright.server.client.ApiClient;

/// A server, and the right to speak to it as a host.
public interface ServerConnection extends AutoCloseable {
  /// Returns the server's address, without a slash at the end.
  URI address();

  /// Returns the bearer token to send.
  String token();

  /// Returns a client that speaks to it as the host.
  default ApiClient client() {
    return new ApiClient(address(), token());
  }

  /// Ends the connection, and with it the server if the app runs it.
  @Override
  void close();
}
