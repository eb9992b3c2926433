package org.meetwright.core.news;

import java.util.Set;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.traces.ErasedHost;
import org.meetwright.core.traces.Traces;

/// News of hosts. They name bookings by their ids alone, so nothing of an erased invitee is in
/// them.
public final class NewsTraces implements Traces {
  @Override
  public Set<String> tables() {
    return Set.of("news");
  }

  @Override
  public void eraseHost(Transaction tx, ErasedHost host) {
    tx.mapper(NewsMapper.class).deleteAll(host.id());
  }
}
