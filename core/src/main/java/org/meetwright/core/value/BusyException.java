package org.meetwright.core.value;

/// Ends what cannot be done now since too much else is being done. Nothing was done; it may be
/// asked again in a moment.
public final class BusyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Creates the exception.
  ///
  /// @param what is full, for the log
  public BusyException(String what) {
    super(what);
  }
}
