package org.meetwright.core.calendar.meeting;

import java.util.Set;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.traces.ErasedHost;
import org.meetwright.core.traces.Traces;

/// Which events stand in a host's calendars. Of invitees and guests it says nothing; what stands in
/// the calendars is written again, see [CalendarConsequence#erased].
public final class MeetingEventTraces implements Traces {
  @Override
  public Set<String> tables() {
    return Set.of("meeting_event");
  }

  @Override
  public void eraseHost(Transaction tx, ErasedHost host) {
    tx.mapper(MeetingEventMapper.class).deleteOfHost(host.id());
  }
}
