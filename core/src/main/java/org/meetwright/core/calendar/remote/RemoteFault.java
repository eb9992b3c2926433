package org.meetwright.core.calendar.remote;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A calendar service did not do what it was asked.
public final class RemoteFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final FaultCode code;
  private final @Nullable Duration retryAfter;

  /// What follows from a fault.
  public enum FaultKind {
    /// User or password are wrong, or no longer good. The host has to sign in again.
    SIGN_IN,
    /// The service could not be reached, or failed. It is tried again.
    UNREACHABLE,
    /// The service asks to wait. Counts as no attempt.
    LATER,
    /// What the service said of changes no longer holds: everything is asked for anew.
    STATE_LOST,
    /// The calendar is not there.
    CALENDAR_GONE,
    /// The event was changed by someone else since (412).
    CHANGED,
    /// The calendar has, or had, another event with that UID.
    UID_TAKEN,
    /// The calendar can't be written.
    READ_ONLY,
    /// The answer is not what such a service says, or is too large.
    NOT_UNDERSTOOD,
    /// The address is not one that may be asked, or has no calendars.
    NOT_FOUND
  }

  /// Creates the fault.
  ///
  /// @param message a sentence for the host, without secrets and addresses
  public RemoteFault(FaultKind kind, String message) {
    this(kind, message, null, null);
  }

  /// Creates the fault.
  ///
  /// @param message a sentence for the host, without secrets and addresses
  public RemoteFault(FaultCode code, String message) {
    this(code, message, null, null);
  }

  /// Creates the fault.
  ///
  /// @param message a sentence for the host, without secrets and addresses
  /// @param retryAfter how long the service asks to wait; null if it does not say
  public RemoteFault(
      FaultKind kind, String message, @Nullable Duration retryAfter, @Nullable Exception cause) {
    this(FaultCode.of(kind), message, retryAfter, cause);
  }

  /// Creates the fault.
  ///
  /// @param message a sentence for the host, without secrets and addresses
  /// @param retryAfter how long the service asks to wait; null if it does not say
  public RemoteFault(
      FaultCode code, String message, @Nullable Duration retryAfter, @Nullable Exception cause) {
    super(message, cause);
    this.code = code;
    this.retryAfter = retryAfter;
  }

  /// Returns what follows from it.
  public FaultKind kind() {
    return code.kind();
  }

  /// Returns what went wrong, as a word.
  public FaultCode code() {
    return code;
  }

  /// Returns how long the service asks to wait; null if it does not say.
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
