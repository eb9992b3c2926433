package org.meetwright.desktop.bookings;

import org.meetwright.desktop.meeting.Meeting;

/// A row of the list.
///
/// @param day the date that stands above it; empty if it is that of the row before
/// @param time from when to when
public record Row(Meeting meeting, String day, String time) {}
