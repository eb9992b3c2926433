package org.meetwright.server.route;

/// Which limit a request counts against.
public enum Cost {
  /// None: who watches the server has to be answered at any time.
  NOTHING,
  /// The requests of its client.
  REQUEST,
  /// The requests of its client; and, unless it only reads, what its client changes without a
  /// login.
  CHANGE
}
