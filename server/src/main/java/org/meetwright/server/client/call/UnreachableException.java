package org.meetwright.server.client.call;

import java.net.URI;

/// Says that a server does not answer, or not as a server of this API does.
public final class UnreachableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final URI address;

  UnreachableException(URI address, Throwable cause) {
    super("The server at " + address + " cannot be reached; is it running?", cause);
    this.address = address;
  }

  /// Returns the address of the server.
  public URI address() {
    return address;
  }
}
