package org.meetwright.server.pages.form;

/// The request is not a form, or is too large.
public final class UnreadableFormException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean tooLarge;

  UnreadableFormException(String message, boolean tooLarge) {
    super(message);
    this.tooLarge = tooLarge;
  }

  /// Returns whether it is only too much.
  public boolean tooLarge() {
    return tooLarge;
  }
}
