package org.meetwright.core.database;

import org.jspecify.annotations.Nullable;

/// The database cannot be used; says what to do next. The message is for the person who started the
/// program.
public final class DatabaseUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /// Why it cannot be used.
  public enum Reason {
    /// It cannot be reached, or lets nobody in.
    UNREACHABLE,
    /// Another program that does not share it has it open.
    IN_USE,
    /// It is older or newer than this program.
    OTHER_VERSION,
    /// Something else; nothing was changed, or the message says what.
    OTHER
  }

  /// Creates the exception.
  ///
  /// @param message what is wrong and what to do next; without passwords
  public DatabaseUnavailableException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /// Creates the exception, for another reason than those that have a name.
  ///
  /// @param message what is wrong and what to do next; without passwords
  public DatabaseUnavailableException(String message, Throwable cause) {
    this(Reason.OTHER, message, cause);
  }

  /// Creates the exception, for another reason than those that have a name.
  ///
  /// @param message what is wrong and what to do next; without passwords
  public DatabaseUnavailableException(String message) {
    this(Reason.OTHER, message, null);
  }

  /// Returns why it cannot be used.
  public Reason reason() {
    return reason;
  }
}
