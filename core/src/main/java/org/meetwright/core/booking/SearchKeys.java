package org.meetwright.core.booking;

import org.meetwright.core.value.FoldedText;

/// The texts in which a search finds bookings.
public final class SearchKeys {
  /// The longest key of a meeting, in characters.
  private static final int LONGEST_OF_MEETING = 4000;

  private SearchKeys() {}

  /// Returns the key of a booking.
  ///
  /// @param guests addresses with commas between them
  public static String ofBooking(String name, String email, String guests, String notes) {
    return FoldedText.key(FoldedText.LONGEST, name, email, guests, notes);
  }

  /// Returns the key of a meeting.
  public static String ofMeeting(String eventTypeName) {
    return FoldedText.key(LONGEST_OF_MEETING, eventTypeName);
  }
}
