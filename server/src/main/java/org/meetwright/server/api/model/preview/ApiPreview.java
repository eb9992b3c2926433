package org.meetwright.server.api.model.preview;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.meetwright.server.api.model.booking.ApiBooking;
import org.meetwright.server.api.model.booking.ApiBookingBrief;

/// What would follow if a draft were saved.
///
/// @param appear the first 500 slots that there would be and are not now, by start
/// @param vanish the first 500 slots that there are now and would not be, by start
/// @param stay how many slots there are now and would be
/// @param bookingsOutside the first 100 bookings that would lie outside, by start
/// @param eventTypes the event types that were looked at
public record ApiPreview(
    List<ApiSlotChange> appear,
    List<ApiSlotChange> vanish,
    long stay,
    List<ApiBookingOutside> bookingsOutside,
    List<ApiCount> eventTypes) {

  /// A slot of an event type.
  ///
  /// @param start inclusive
  /// @param end exclusive
  public record ApiSlotChange(ApiBooking.EventTypeName eventType, Instant start, Instant end) {}

  /// A booking that would lie outside.
  ///
  /// @param reasons the codes of the rules that it would break
  public record ApiBookingOutside(ApiBookingBrief booking, List<String> reasons) {}

  /// How many slots of an event type appear, vanish and stay.
  public record ApiCount(UUID id, String slug, String name, long appear, long vanish, long stay) {}
}
