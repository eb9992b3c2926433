package org.meetwright.core.preview;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.slot.Reason.Code;

/// What would follow.
///
/// @param appear the first 500 slots that there would be and are not now, by start
/// @param vanish the first 500 slots that there are now and would not be, by start
/// @param stay how many slots there are now and would be
/// @param bookingsOutside the first 100 bookings that would lie outside, by start
/// @param eventTypes the event types that were looked at, with the number of their slots
public record PreviewResult(
    List<Slot> appear,
    List<Slot> vanish,
    long stay,
    List<Outside> bookingsOutside,
    List<Count> eventTypes) {

  /// A slot of an event type.
  ///
  /// @param end exclusive
  public record Slot(EventType eventType, Instant start, Instant end) {}

  /// A booking that would lie outside.
  ///
  /// @param why the rules of hours, absences and the booking window that it would break
  public record Outside(Booking booking, Set<Code> why) {}

  /// How many slots of an event type appear, vanish and stay.
  public record Count(EventType eventType, long appear, long vanish, long stay) {}
}
