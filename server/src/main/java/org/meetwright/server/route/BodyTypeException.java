package org.meetwright.server.route;

/// Ends a request whose body is of a media type that its route does not take.
public final class BodyTypeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BodyTypeException(BodyType wanted) {
    super("Send the body with the header Content-Type: " + wanted.usual() + ".");
  }
}
