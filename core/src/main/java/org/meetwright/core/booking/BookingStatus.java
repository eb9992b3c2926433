package org.meetwright.core.booking;

import java.util.Locale;
import org.meetwright.core.value.InvalidValueException;

/// The status of a booking.
public enum BookingStatus {
  /// The host has not said yes yet; the time is held.
  PENDING,
  CONFIRMED,
  CANCELLED,
  /// The host said no.
  DECLINED;

  /// Returns the word that stands for the status outside the program.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Returns whether a booking in this status takes its host's time.
  public boolean holdsTime() {
    return this == PENDING || this == CONFIRMED;
  }

  /// Returns the status of a word.
  ///
  /// @throws InvalidValueException (field `status`) if there is none
  public static BookingStatus of(String word) {
    for (BookingStatus status : values()) {
      if (status.word().equals(word)) {
        return status;
      }
    }
    throw new InvalidValueException(
        "status",
        "must be pending, confirmed, cancelled or declined, not "
            + InvalidValueException.shown(word));
  }
}
