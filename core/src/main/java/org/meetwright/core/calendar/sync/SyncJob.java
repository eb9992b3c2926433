package org.meetwright.core.calendar.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.meetwright.core.calendar.SyncDue;
import org.meetwright.core.calendar.push.CalendarChannels;
import org.meetwright.core.outbox.Delivery;
import org.meetwright.core.outbox.Message;

/// Reads an account's calendars again and again: its message in the outbox always comes back. Since
/// each account has one, no two nodes read it at once.
public final class SyncJob implements Delivery<SyncDue> {
  private static final Logger LOG = Logger.getLogger(SyncJob.class.getName());

  private final CalendarSync sync;
  private final CalendarChannels channels;
  private final InstantSource clock;

  /// Creates the job.
  ///
  /// @param channels those on which services say that something has changed
  public SyncJob(CalendarSync sync, CalendarChannels channels, InstantSource clock) {
    this.sync = sync;
    this.channels = channels;
    this.clock = clock;
  }

  @Override
  public void deliver(SyncDue due, Message message) throws Again {
    UUID id = due.connectionId();
    try {
      Instant begun = clock.instant().truncatedTo(ChronoUnit.MICROS);
      CalendarSync.Round round = sync.round(id);
      if (round != null) {
        if (round.fault() == null) {
          channels.renew(id);
          // It may have come too late for this round.
          throw new Again(channels.heardSince(id, begun) ? Duration.ZERO : round.next());
        }
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
