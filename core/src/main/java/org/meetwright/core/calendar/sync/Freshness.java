package org.meetwright.core.calendar.sync;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.meetwright.core.calendar.SyncDue;
import org.meetwright.core.database.Database;
import org.meetwright.core.outbox.Outbox;

/// Has calendars read when someone looks at their hosts' times. Whoever looks does not wait for it,
/// and only a look in memory is made for him.
public final class Freshness {
  /// How old what is known of a calendar may be before it is read out of turn.
  private static final Duration FRESH = Duration.ofMinutes(2);

  private static final int MOST_HOSTS = 10_000;
  private static final Logger LOG = Logger.getLogger(Freshness.class.getName());

  private final Database database;
  private final Outbox outbox;
  private final InstantSource clock;
  private final Cache<UUID, Instant> looked =
      Caffeine.newBuilder().maximumSize(MOST_HOSTS).executor(Runnable::run).build();

  /// Creates the service.
  public Freshness(Database database, Outbox outbox, InstantSource clock) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  /// Says that someone has asked when hosts can be met.
  public void asked(Collection<UUID> hostIds) {
    Instant now = clock.instant();
    List<UUID> due = new ArrayList<>();
    for (UUID id : hostIds) {
      Instant last = looked.getIfPresent(id);
      if (last == null || !last.plus(FRESH).isAfter(now)) {
        looked.put(id, now);
        due.add(id);
      }
    }
    if (!due.isEmpty()) {
      Thread.startVirtualThread(() -> hasten(due, now));
    }
  }

  private void hasten(List<UUID> hostIds, Instant now) {
    try {
      for (UUID hostId : hostIds) {
        List<UUID> stale =
            database.read(tx -> tx.mapper(RoundMapper.class).stale(hostId, now.minus(FRESH)));
        if (!stale.isEmpty()) {
          database.inTransaction(
              tx -> {
                stale.forEach(id -> outbox.hasten(tx, SyncDue.key(id)));
                return true;
              });
        }
      }
    } catch (RuntimeException failed) {
      LOG.log(Level.FINE, "They are read in their turn", failed);
    }
  }
}
