package org.meetwright.server.invite;

import java.time.Instant;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.notice.BookingNotice;

/// A state of a calendar event: a booking's event has one more with each change.
///
/// @param start inclusive
/// @param end exclusive
/// @param sequence the SEQUENCE; a higher one wins
/// @param at the DTSTAMP: when this state was made
public record CalendarRevision(Instant start, Instant end, int sequence, Instant at) {

  /// Returns the state that a notice is about.
  public static CalendarRevision of(BookingNotice notice) {
    return new CalendarRevision(
        notice.meeting().start(),
        notice.meeting().end(),
        notice.meeting().sequence(),
        notice.occasion().at());
  }

  /// Returns the present state of a booking's event.
  public static CalendarRevision of(Booking booking, Instant now) {
    return new CalendarRevision(booking.start(), booking.end(), booking.calendarSequence(), now);
  }
}
