package org.meetwright.core.booking.desk;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.database.Transaction;

/// Asks, before a time is taken, those who may know more of it than the database does. It is asked
/// outside transactions, may take a moment, and decides nothing: what it learns it writes down, and
/// the transaction that follows reads it.
@FunctionalInterface
public interface PreBookingCheck {
  /// Asks nobody.
  PreBookingCheck NONE = time -> Unanswered.NONE;

  /// A time that someone wants to take.
  ///
  /// @param minutes how long; null for the event type's usual length
  /// @param moved a booking that is there already; null if it is a new one
  record Time(UUID eventTypeId, Instant start, @Nullable Integer minutes, @Nullable Booking moved) {
    static Time of(BookRequest request) {
      return new Time(
          request.eventTypeId(), request.start(), request.choice().durationMinutes(), null);
    }
  }

  /// What is left open when a time is taken.
  @FunctionalInterface
  interface Unanswered {
    /// Nothing.
    Unanswered NONE = (tx, booking) -> {};

    /// Writes it down for a booking that is made or moved, in the transaction that does so: no
    /// booking is without its warning.
    void note(Transaction tx, Booking booking);
  }

  /// Asks about a time.
  ///
  /// @param time tells it, and may read it from the database: only called if anyone can be asked;
  ///   null if there is nothing to ask about
  Unanswered ask(Supplier<@Nullable Time> time);
}
