package org.meetwright.core.bookinglink;

/// What a visitor may book with a booking link, or without one.
public enum LinkAdmission {
  /// He may see and book the event type.
  ADMITTED,
  /// He may know of it, but the link has ended, or is one of another event type that he need not
  /// have one for.
  ENDED,
  /// To him it is to look as if there were no such event type.
  UNKNOWN
}
