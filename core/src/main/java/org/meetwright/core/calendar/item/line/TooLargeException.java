package org.meetwright.core.calendar.item.line;

import java.io.IOException;

/// A calendar is larger than what is read. The message says which limit it passes.
public final class TooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  /// Creates the exception.
  ///
  /// @param message which limit is passed, one sentence for the calendar's owner
  public TooLargeException(String message) {
    super(message);
  }
}
