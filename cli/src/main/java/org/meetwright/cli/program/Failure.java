package org.meetwright.cli.program;

import org.jspecify.annotations.Nullable;

/// A command was refused or failed. The message is one line: what is wrong, and what to do next.
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exit;

  /// Creates the failure.
  ///
  /// @param exit what the program ends with
  /// @param cause shown with `--verbose`
  public Failure(ExitCode exit, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.exit = exit;
  }

  /// Creates the failure.
  ///
  /// @param exit what the program ends with
  public Failure(ExitCode exit, String message) {
    this(exit, message, null);
  }

  /// Creates the failure; the program ends with 1.
  public Failure(String message) {
    this(ExitCode.FAILED, message, null);
  }

  /// Creates the failure; the program ends with 1.
  ///
  /// @param cause shown with `--verbose`
  public Failure(String message, @Nullable Throwable cause) {
    this(ExitCode.FAILED, message, cause);
  }

  /// Returns what the program ends with.
  public ExitCode exit() {
    return exit;
  }
}
