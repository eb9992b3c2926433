package org.meetwright.core.booking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.BookingNotice.Event;
import org.meetwright.core.database.Ids;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.host.HostMapper;
import org.meetwright.core.outbox.Outbox;

/// What follows from every change of a booking.
record Consequences(Outbox outbox) {
  /// Writes what follows from every change: history, messages, the hosts' revisions.
  ///
  /// @param event what invitee and hosts are told; null for nothing
  Booking write(
      Transaction tx,
      UUID bookingId,
      @Nullable Event event,
      String action,
      String detail,
      @Nullable Instant previousStart,
      Change change,
      Instant now) {
    tx.mapper(BookingMapper.class)
        .insertHistory(
            new HistoryEntry(Ids.next(), bookingId, now, change.actor().word(), action, detail));
    Booking booking = Bookings.load(tx, bookingId);
    if (booking == null) {
      throw new IllegalStateException("Booking vanished while its host was locked: " + bookingId);
    }
    for (MeetingHost host : booking.hosts()) {
      tx.mapper(HostMapper.class).raiseRevision(host.id());
    }
    if (event != null) {
      BookingNotice.write(tx, outbox, event, booking, previousStart, change, now, now);
      EventType eventType = eventType(tx, booking);
      if (eventType != null && booking.status() == BookingStatus.CONFIRMED) {
        BookingNotice.writeReminders(tx, outbox, eventType.reminderMinutes(), booking, now);
      }
    }
    return booking;
  }

  private static @Nullable EventType eventType(Transaction tx, Booking booking) {
    UUID eventTypeId = booking.eventTypeId();
    return eventTypeId == null ? null : EventTypes.load(tx, eventTypeId);
  }
}
