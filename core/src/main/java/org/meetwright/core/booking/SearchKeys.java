package org.meetwright.core.booking;

import org.meetwright.core.value.Folded;

/// The texts in which a search finds bookings.
public final class SearchKeys {
  /// The longest key of a meeting, in characters.
  private static final int LONGEST_OF_MEETING = 4000;

  private SearchKeys() {}

  /// Returns the key of a booking.
  ///
  /// @param guests addresses with commas between them
  public static String ofBooking(String name, String email, String guests, String notes) {
    return Folded.key(Folded.LONGEST, name, email, guests, notes);
  }

  /// Returns the key of a meeting.
  public static String ofMeeting(String eventTypeName) {
    return Folded.key(LONGEST_OF_MEETING, eventTypeName);
  }
}
