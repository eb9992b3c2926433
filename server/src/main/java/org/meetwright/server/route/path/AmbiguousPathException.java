package org.meetwright.server.route.path;

/// Ends a request whose path can be read in more than one way.
public final class AmbiguousPathException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AmbiguousPathException() {
    super(
        "The path must have neither \";\" nor \"\\\", no empty or dot segments and no control"
            + " characters, encoded or not; write it without them.");
  }
}
