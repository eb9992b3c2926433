package org.meetwright.desktop.bookings;

/// Something that was done to a booking.
///
/// @param what by whom, and what
/// @param when the date and time
/// @param detail more about it; may be empty
public record HistoryLine(String what, String when, String detail) {}
