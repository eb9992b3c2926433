package org.meetwright.core.eventtype;

import java.util.Set;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.traces.ErasedHost;
import org.meetwright.core.traces.Traces;

/// The event types of a host, with their questions and booking links.
public final class EventTypeTraces implements Traces {
  @Override
  public Set<String> tables() {
    return Set.of("event_type", "question", "booking_link");
  }

  @Override
  public void eraseHost(Transaction tx, ErasedHost host) {
    tx.mapper(EventTypeMapper.class).deleteOfHost(host.id());
  }
}
