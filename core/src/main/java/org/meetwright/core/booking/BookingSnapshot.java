package org.meetwright.core.booking;

import tools.jackson.databind.json.JsonMapper;

/// A booking as it was at one instant, as JSON for what is told of it later.
public final class BookingSnapshot {
  private static final JsonMapper JSON = JsonMapper.shared();

  private BookingSnapshot() {}

  /// Writes a booking down.
  public static String of(Booking booking) {
    return JSON.writeValueAsString(booking);
  }

  /// Returns the booking that was written down.
  public static Booking parse(String snapshot) {
    return JSON.readValue(snapshot, Booking.class);
  }
}
