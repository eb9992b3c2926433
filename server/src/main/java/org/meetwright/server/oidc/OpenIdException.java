package org.meetwright.server.oidc;

/// A provider could not be reached, or its answer proves nothing.
public final class OpenIdException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param message what went wrong, without secrets
  OpenIdException(String message) {
    super(message);
  }

  /// @param message what went wrong, without secrets
  OpenIdException(String message, Throwable cause) {
    super(message, cause);
  }
}
