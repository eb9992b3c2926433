package org.meetwright.core.booking.change;

import java.util.List;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.outbox.Outbox.NewMessage;

/// Something that follows from changes of bookings: mail, an event for webhooks, a timer.
@FunctionalInterface
public interface Consequence {
  /// Returns what is to be put into the outbox. May write rows of its own.
  ///
  /// @param tx the transaction that writes the change
  List<NewMessage> of(Transaction tx, BookingChange change);
}
