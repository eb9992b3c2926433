package org.meetwright.core.eventtype;

/// What the invitees of an event type have to keep to.
///
/// @param requiresLink whether it can only be booked with a booking link; it is in no list then,
///   and its address alone leads nowhere
public record Policies(ChangePolicy cancellation, ChangePolicy reschedule, boolean requiresLink) {
  /// Everything is free.
  public static final Policies FREE = new Policies(ChangePolicy.FREE, ChangePolicy.FREE, false);
}
