package org.meetwright.core.eventtype.rule;

/// The rules for bookings of an event type.
///
/// @param requiresLink whether it can only be booked with a booking link; it is in no list then,
///   and its address alone leads nowhere
/// @param confirmEmail whether a booking counts only once its invitee has shown that the e-mail
///   address is his
/// @param requiresApproval whether the host has to confirm each booking
public record Policies(
    ChangePolicy cancellation,
    ChangePolicy reschedule,
    boolean requiresLink,
    boolean confirmEmail,
    boolean requiresApproval,
    Guests guests) {
  /// Everything is free.
  public static final Policies FREE = of(ChangePolicy.FREE, ChangePolicy.FREE);

  /// Returns policies that restrain nothing but cancelling and moving.
  public static Policies of(ChangePolicy cancellation, ChangePolicy reschedule) {
    return new Policies(cancellation, reschedule, false, false, false, Guests.USUAL);
  }
}
