package org.meetwright.core.calendar.sync;

import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.meetwright.core.calendar.SyncDue;
import org.meetwright.core.outbox.Delivery;
import org.meetwright.core.outbox.Message;

/// Reads an account's calendars again and again: its message in the outbox always comes back. Since
/// each account has one, no two nodes read it at once.
public final class SyncJob implements Delivery<SyncDue> {
  private static final Logger LOG = Logger.getLogger(SyncJob.class.getName());

  private final CalendarSync sync;

  /// Creates the job.
  public SyncJob(CalendarSync sync) {
    this.sync = sync;
  }

  @Override
  public void deliver(SyncDue due, Message message) throws Again {
    UUID id = due.connectionId();
    try {
      CalendarSync.Round round = sync.round(id);
      if (round != null) {
        throw new Again(round.next());
      }
      if (!sync.isThere(id)) {
        return;
      }
    } catch (RuntimeException broken) {
      LOG.log(Level.WARNING, broken, () -> "The calendar account " + id + " was not read");
    }
    throw new Again(CalendarSync.POLL);
  }
}
