package org.meetwright.core.absence;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingFilter;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.eventtype.rule.Timing;
import org.meetwright.core.slot.AbsenceTime;
import org.meetwright.core.time.IntervalSet;

/// Finds the bookings that stand in an absence.
record StandingBookings(Bookings bookings) {
  /// Returns the host's bookings that overlap an absence and hold their time.
  ///
  /// @param zone of the host's default schedule
  List<Booking> in(Absence absence, ZoneId zone) {
    IntervalSet seconds = absence.span().seconds(zone);
    if (seconds.isEmpty()) {
      return List.of();
    }
    List<Booking> standing = new ArrayList<>();
    BookingFilter filter =
        new BookingFilter(
            absence.hostId(),
            Instant.ofEpochSecond(seconds.start(0)).minus(Timing.LONGEST),
            Instant.ofEpochSecond(seconds.end(seconds.size() - 1)),
            null,
            null,
            null);
    Bookings.Position next = null;
    do {
      Bookings.Page page = bookings.list(filter, next, Absences.MOST_BOOKINGS);
      page.bookings().stream()
          .filter(booking -> booking.status().holdsTime())
          .filter(booking -> isIn(booking, absence, zone))
          .forEach(standing::add);
      next = page.next();
    } while (next != null && standing.size() < Absences.MOST_BOOKINGS);
    return List.copyOf(standing.subList(0, Math.min(Absences.MOST_BOOKINGS, standing.size())));
  }

  private static boolean isIn(Booking booking, Absence absence, ZoneId zone) {
    for (AbsenceTime time : absence.times(zone)) {
      if (booking.start().isBefore(time.endsAt()) && time.startsAt().isBefore(booking.end())) {
        return true;
      }
    }
    return false;
  }
}
