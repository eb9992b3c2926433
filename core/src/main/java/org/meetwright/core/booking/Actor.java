package org.meetwright.core.booking;

import java.util.Locale;

/// The one who changes a booking.
public enum Actor {
  INVITEE,
  HOST,
  /// Someone at the command line.
  ADMIN,
  /// The program by itself.
  SYSTEM;

  /// Returns the word that stands for the actor outside the program.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
