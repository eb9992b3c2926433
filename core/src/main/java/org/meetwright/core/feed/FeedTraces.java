package org.meetwright.core.feed;

import java.util.Set;
import java.util.UUID;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.traces.ErasedHost;
import org.meetwright.core.traces.Traces;
import org.meetwright.core.value.EmailAddress;

/// Calendar feeds. What they told of someone who was erased is told no more the next time a
/// calendar asks.
public final class FeedTraces implements Traces {
  @Override
  public Set<String> tables() {
    return Set.of("calendar_feed");
  }

  @Override
  public void eraseBooking(Transaction tx, UUID bookingId) {
    tx.mapper(FeedMapper.class).raiseRevisions(bookingId);
  }

  @Override
  public void eraseGuest(Transaction tx, UUID bookingId, EmailAddress guest) {
    tx.mapper(FeedMapper.class).raiseRevisions(bookingId);
  }

  @Override
  public void eraseHost(Transaction tx, ErasedHost host) {
    tx.mapper(FeedMapper.class).deleteAll(host.id());
  }
}
