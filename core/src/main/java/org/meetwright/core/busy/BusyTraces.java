package org.meetwright.core.busy;

import java.util.Set;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.traces.ErasedHost;
import org.meetwright.core.traces.Traces;

/// The busy times of a host.
public final class BusyTraces implements Traces {
  @Override
  public Set<String> tables() {
    return Set.of("busy_time", "busy_series");
  }

  @Override
  public void eraseHost(Transaction tx, ErasedHost host) {
    tx.mapper(BusyTimeMapper.class).deleteOfHost(host.id());
    tx.mapper(BusySeriesMapper.class).deleteOfHost(host.id());
  }
}
