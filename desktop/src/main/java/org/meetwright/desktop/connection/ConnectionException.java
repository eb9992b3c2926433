package org.meetwright.desktop.connection;

import org.jspecify.annotations.Nullable;

/// The server cannot be used; says what to do next. The message is for the host.
public final class ConnectionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Creates the exception.
  ///
  /// @param message what is wrong and what to do next
  public ConnectionException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
