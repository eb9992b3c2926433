package org.meetwright.core.booking;

import java.util.Locale;

/// What can happen to a booking. Each has one word, used in the history and, after `booking.`, in
/// webhooks.
public enum BookingEvent {
  /// Booked at once, without the host's approval.
  BOOKED,
  /// Booked, and waiting for the host's approval.
  REQUESTED,
  CONFIRMED,
  DECLINED,
  /// Moved; waits for approval again if the invitee did it and the host has to approve.
  RESCHEDULED,
  CANCELLED,
  NO_SHOW,
  /// The guests are told who had to wait.
  GUESTS_INVITED,
  /// A calendar of a host did not answer when the time was taken.
  UNCHECKED,
  /// Who the invitee was is no longer known.
  ERASED;

  private final String word = name().toLowerCase(Locale.ROOT);

  /// Returns the word that stands for the event outside the program.
  public String word() {
    return word;
  }

  /// Returns the event that was stored as a word.
  ///
  /// @throws IllegalArgumentException if there is none
  public static BookingEvent of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
