package org.meetwright.server.settings.declaration;

import org.jspecify.annotations.Nullable;

/// The settings cannot be used. The message, one line without passwords, names the error, its
/// place, and what is allowed; it is meant for the person who started the program.
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean option;

  /// Says what is wrong.
  ///
  /// @param option whether a command-line option is
  public SettingsException(String message, boolean option, @Nullable Throwable cause) {
    super(message, cause);
    this.option = option;
  }

  /// Says what is wrong, but not in a command-line option.
  public SettingsException(String message) {
    this(message, false, null);
  }

  /// Returns whether a command-line option is what is wrong.
  public boolean isInOption() {
    return option;
  }
}
