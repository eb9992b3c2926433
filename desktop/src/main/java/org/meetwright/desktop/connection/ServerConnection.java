package org.meetwright.desktop.connection;

import java.net.URI;

/// A server, and the right to speak to it as a host.
public interface ServerConnection extends AutoCloseable {
  /// Returns the server's address, without a slash at the end.
  URI address();

  /// Returns the bearer token to send.
  String token();

  /// Ends the connection, and with it the server if the app runs it.
  @Override
  void close();
}
