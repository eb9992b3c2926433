package org.meetwright.core.booking.change;

import java.util.Locale;
import org.meetwright.core.booking.BookingEvent;

/// What can be asked for with a booking, whether it is granted or not. [BookingEvent] says what
/// happened.
public enum BookingOperation {
  BOOK,
  CONFIRM,
  DECLINE,
  RESCHEDULE,
  /// Another host of the team takes the meeting.
  HAND_OVER,
  CANCEL,
  NO_SHOW,
  /// The guests are told who had to wait.
  INVITE_GUESTS;

  private final String word = name().toLowerCase(Locale.ROOT);

  /// Returns the word that stands for the operation outside the program, in the metrics.
  public String word() {
    return word;
  }
}
