package org.meetwright.core.database;

/// The database cannot be used; says what to do next. The message is for the person who started the
/// program.
public final class DatabaseUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Creates the exception.
  ///
  /// @param message what is wrong and what to do next; without passwords
  public DatabaseUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }

  /// Creates the exception.
  ///
  /// @param message what is wrong and what to do next; without passwords
  public DatabaseUnavailableException(String message) {
    super(message);
  }
}
