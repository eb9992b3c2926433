package org.meetwright.core.booking.desk;

import java.util.List;
import java.util.UUID;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.change.BookingChange;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.outbox.Delivery;
import org.meetwright.core.outbox.Outbox.NewMessage;
import org.meetwright.core.outbox.OutboxKind;
import org.meetwright.core.outbox.Patience;

/// A request that ends at its start unless its host answers it: a message in the outbox, due then.
///
/// @param sequence the SEQUENCE of the booking's calendar event that it was made for; another one
///   says that it was moved or ended since
public record UnansweredRequest(UUID bookingId, int sequence) {
  /// The outbox's kind of these messages.
  public static final OutboxKind<UnansweredRequest> KIND =
      new OutboxKind<>("request", UnansweredRequest.class, Patience.TIMER);

  /// Returns the message that ends a booking at its start, if it is pending after a change.
  ///
  /// @param tx not used
  public static List<NewMessage> timer(Transaction tx, BookingChange change) {
    Booking booking = change.booking();
    return booking.status() == BookingStatus.PENDING ? List.of(message(booking)) : List.of();
  }

  private static NewMessage message(Booking booking) {
    UnansweredRequest request = new UnansweredRequest(booking.id(), booking.calendarSequence());
    return KIND.message(
        KIND + "-" + booking.id() + "-" + booking.version(),
        booking.id(),
        request,
        booking.start());
  }

  /// Returns what ends the requests whose messages are due.
  public static Delivery<UnansweredRequest> delivery(BookingDesk desk) {
    return (request, message) -> desk.end(request);
  }
}
