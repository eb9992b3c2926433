package org.meetwright.core.absence;

import java.util.Set;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.traces.ErasedHost;
import org.meetwright.core.traces.Traces;

/// The absences of a host.
public final class AbsenceTraces implements Traces {
  @Override
  public Set<String> tables() {
    return Set.of("absence");
  }

  @Override
  public void eraseHost(Transaction tx, ErasedHost host) {
    tx.mapper(AbsenceMapper.class).deleteOfHost(host.id());
  }
}
