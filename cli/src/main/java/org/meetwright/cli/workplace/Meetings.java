package org.meetwright.cli.workplace;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.IdPrefix;
import org.meetwright.server.api.model.booking.ApiBooking;
import org.meetwright.server.api.model.booking.ApiBookings;
import org.meetwright.server.api.model.booking.BookingRequest;
import org.meetwright.server.api.model.booking.BookingsQuery;
import org.meetwright.server.api.model.booking.RescheduleRequest;

/// Bookings: those of the host who is signed in; on the database, everybody's.
public interface Meetings {
  /// Returns a page of bookings, by start.
  ///
  /// @param handle whose; null for oneself, and on the database for everyone's
  /// @param query with instants, where it has times
  ApiBookings list(@Nullable String handle, BookingsQuery query);

  /// Returns the id that begins so.
  ///
  /// @throws org.meetwright.cli.program.Failure if none does, or several
  UUID find(IdPrefix prefix);

  /// Returns a booking with what was done to it.
  ApiBooking get(UUID id);

  /// Books over the rules of a host.
  ApiBooking bookOver(BookingRequest request);

  /// Moves a booking.
  ApiBooking move(UUID id, RescheduleRequest request);

  /// Hands a booking over to another member of the round-robin.
  ApiBooking handOver(UUID id, RescheduleRequest.HandOver request);

  /// Changes what a booking is.
  ///
  /// @param reason null if nobody says
  ApiBooking change(UUID id, Deed deed, @Nullable String reason);

  /// What can be done to a booking with nothing but a reason.
  enum Deed {
    CONFIRM,
    DECLINE,
    CANCEL,
    NO_SHOW
  }
}
