package org.meetwright.core.calendar;

import java.util.Set;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.traces.ErasedHost;
import org.meetwright.core.traces.Traces;

/// Calendar accounts, and what is known of their events. Nothing of invitees is kept here: of the
/// events that stand for a host's meetings no text is, and what other events say is the host's.
public final class CalendarTraces implements Traces {
  @Override
  public Set<String> tables() {
    return Set.of(
        "calendar_connection",
        "calendar",
        "calendar_item",
        "calendar_token",
        "calendar_consent",
        "calendar_channel");
  }

  @Override
  public void eraseHost(Transaction tx, ErasedHost host) {
    CalendarMapper mapper = tx.mapper(CalendarMapper.class);
    mapper.deleteConsentsOf(host.id());
    mapper.deleteConnectionsOf(host.id());
  }
}
