package org.meetwright.core.imports;

import java.util.Set;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.traces.ErasedHost;
import org.meetwright.core.traces.Traces;

/// What hosts were called at other services. What bookings are called there holds nothing of their
/// invitees, and stays: so an invitee who was erased does not come back with the next import.
public final class ImportTraces implements Traces {
  @Override
  public Set<String> tables() {
    return Set.of("imported");
  }

  @Override
  public void eraseHost(Transaction tx, ErasedHost host) {
    tx.mapper(ImportMapper.class).forget(host.id());
  }
}
