package org.meetwright.core.booking.change;

import java.util.List;
import org.meetwright.core.booking.MeetingHost;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.host.HostMapper;
import org.meetwright.core.outbox.Outbox;
import org.meetwright.core.outbox.Outbox.NewMessage;

/// What follows from every change of a booking: history, the hosts' revisions, and the messages to
/// send.
public record Consequences(Outbox outbox, List<Consequence> consequences) {
  /// Writes everything that follows from a change.
  public void write(Transaction tx, BookingChange change) {
    HistoryNote.of(change).write(tx);
    for (MeetingHost host : change.booking().hosts()) {
      tx.mapper(HostMapper.class).raiseRevision(host.id());
    }
    List<NewMessage> messages =
        consequences.stream().flatMap(one -> one.of(tx, change).stream()).toList();
    outbox.put(tx, messages);
  }
}
