package org.meetwright.core.eventtype;

/// What the invitees of an event type have to keep to.
///
/// @param requiresLink whether it can only be booked with a booking link; it is in no list then,
///   and its address alone leads nowhere
/// @param confirmEmail whether a booking counts only once its invitee has shown that the e-mail
///   address is his
public record Policies(
    ChangePolicy cancellation,
    ChangePolicy reschedule,
    boolean requiresLink,
    boolean confirmEmail,
    Guests guests) {
  /// Everything is free.
  public static final Policies FREE =
      new Policies(ChangePolicy.FREE, ChangePolicy.FREE, false, false);

  /// Creates policies with the usual rule about guests.
  public Policies(
      ChangePolicy cancellation,
      ChangePolicy reschedule,
      boolean requiresLink,
      boolean confirmEmail) {
    this(cancellation, reschedule, requiresLink, confirmEmail, Guests.USUAL);
  }

  /// Returns the same policies with another rule about guests.
  public Policies with(Guests others) {
    return new Policies(cancellation, reschedule, requiresLink, confirmEmail, others);
  }
}
