package org.meetwright.desktop.bookings;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.meetwright.server.api.model.booking.ApiBooking;

/// A booking as the list shows it.
///
/// @param day the local date of its start, in words
/// @param time from when to when, in the host's zone
/// @param title what and with whom
/// @param detail how to reach the invitee
/// @param status pending, confirmed, cancelled or declined
public record BookingLine(String day, String time, String title, String detail, String status) {
  static BookingLine of(ApiBooking booking, ZoneId zone, Locale locale) {
    DateTimeFormatter day = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale);
    DateTimeFormatter time =
        DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
    ZonedDateTime start = booking.start().atZone(zone);
    ZonedDateTime end = booking.end().atZone(zone);
    return new BookingLine(
        day.format(start),
        time.format(start) + " – " + time.format(end),
        booking.eventType().name() + " with " + booking.invitee().name(),
        booking.invitee().email() + " · " + booking.invitee().timeZone(),
        booking.status());
  }
}
