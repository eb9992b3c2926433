package org.meetwright.core.schedule;

import java.util.Set;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.traces.ErasedHost;
import org.meetwright.core.traces.Traces;

/// The schedules of a host.
public final class ScheduleTraces implements Traces {
  @Override
  public Set<String> tables() {
    return Set.of("schedule", "weekly_hours", "date_override");
  }

  @Override
  public void eraseHost(Transaction tx, ErasedHost host) {
    tx.mapper(ScheduleMapper.class).deleteOfHost(host.id());
  }
}
