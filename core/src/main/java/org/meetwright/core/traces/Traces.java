package org.meetwright.core.traces;

import java.util.Set;
import java.util.UUID;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.value.EmailAddress;

/// The personal data that a room keeps, and how it is exported and erased. Each room with personal
/// data has one; the wiring lists them all. Everything happens within the transaction of the
/// erasure.
public interface Traces {
  /// Returns the tables that the room answers for: of each, it removes what tells who someone is.
  Set<String> tables();

  /// Erases the personal data of the invitee of a booking, and of its guests.
  default void eraseBooking(Transaction tx, UUID bookingId) {}

  /// Erases the personal data of a guest who has been removed from a booking.
  default void eraseGuest(Transaction tx, UUID bookingId, EmailAddress guest) {}

  /// Erases the personal data of an invitee or guest outside bookings.
  default void eraseInvitee(Transaction tx, EmailAddress email) {}

  /// Erases the personal data of a host.
  default void eraseHost(Transaction tx, ErasedHost host) {}
}
