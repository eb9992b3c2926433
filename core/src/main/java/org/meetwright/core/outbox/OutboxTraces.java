package org.meetwright.core.outbox;

import java.util.Set;
import java.util.UUID;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.traces.Traces;
import org.meetwright.core.value.EmailAddress;

/// The personal data in waiting and delivered messages.
public final class OutboxTraces implements Traces {
  @Override
  public Set<String> tables() {
    return Set.of("outbox");
  }

  @Override
  public void eraseBooking(Transaction tx, UUID bookingId) {
    tx.mapper(OutboxMapper.class).deleteOf(bookingId);
  }

  @Override
  public void eraseGuest(Transaction tx, UUID bookingId, EmailAddress guest) {
    OutboxMapper mapper = tx.mapper(OutboxMapper.class);
    mapper.of(bookingId).stream()
        .filter(message -> StoredAddresses.any(message.payload(), guest))
        .forEach(message -> mapper.delete(message.id()));
  }
}
