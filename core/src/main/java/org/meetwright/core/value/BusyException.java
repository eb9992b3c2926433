package org.meetwright.core.value;

/// The request cannot be processed now because the server is overloaded. Nothing was done; it may
/// be repeated in a moment.
public final class BusyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Creates the exception.
  ///
  /// @param what is full, for the log
  public BusyException(String what) {
    super(what);
  }
}
