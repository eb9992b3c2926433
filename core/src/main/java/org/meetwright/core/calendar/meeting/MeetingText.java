package org.meetwright.core.calendar.meeting;

import java.util.List;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.MeetingHost;

/// Words the events that are written into hosts' calendars, for these hosts alone.
@FunctionalInterface
public interface MeetingText {
  /// What an event says.
  ///
  /// @param title one line
  /// @param description several lines, may be empty
  record Worded(String title, String description) {}

  /// Words an event.
  ///
  /// @param bookings those that have a seat in the meeting, at least one, the earliest first
  /// @param isGroup whether the meeting is one that several can book
  Worded of(MeetingHost host, List<Booking> bookings, boolean isGroup);
}
