package org.meetwright.cli.program;

import org.jspecify.annotations.Nullable;

/// A command was refused or failed. The message is one line: what is wrong, and what to do next.
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Creates the failure.
  public Failure(String message) {
    super(message);
  }

  /// Creates the failure.
  ///
  /// @param cause shown with `--verbose`
  public Failure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
