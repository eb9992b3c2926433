package org.meetwright.core.host;

import java.util.Set;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.traces.ErasedHost;
import org.meetwright.core.traces.ErasedValues;
import org.meetwright.core.traces.Traces;

/// The data of a host, and the handle, which becomes free again.
public final class HostTraces implements Traces {
  @Override
  public Set<String> tables() {
    return Set.of("host", "handle");
  }

  @Override
  public void eraseHost(Transaction tx, ErasedHost host) {
    Handles.free(tx, host.id());
    String handle = "erased-" + host.id().toString().replace("-", "");
    tx.mapper(HostMapper.class)
        .erase(host.id(), handle, ErasedValues.HOST, ErasedValues.addressOf(host.id()));
  }
}
