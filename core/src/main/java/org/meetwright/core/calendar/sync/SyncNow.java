package org.meetwright.core.calendar.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.meetwright.core.calendar.CalendarConnection;
import org.meetwright.core.calendar.ConnectionState;
import org.meetwright.core.calendar.account.CalendarConnections;
import org.meetwright.core.calendar.account.CalendarConnections.AskOutcome;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.calendar.sync.CalendarSync.SyncOutcome;

/// Reads an account because its host wants it now: looks for new calendars, then reads those that
/// are used.
public final class SyncNow {
  /// A round gives way to one that begins after it. Whoever is overtaken goes again, and overtakes.
  private static final int TRIES = 3;

  private final CalendarConnections connections;
  private final CalendarSync sync;
  private final InstantSource clock;

  /// Creates the service.
  public SyncNow(CalendarConnections connections, CalendarSync sync, InstantSource clock) {
    this.connections = connections;
    this.sync = sync;
    this.clock = clock;
  }

  /// Reads a host's account. It waits for the service.
  public SyncOutcome sync(UUID hostId, UUID id) {
    CalendarConnection found = connections.find(hostId, id).orElse(null);
    if (found == null) {
      return new SyncOutcome.NotFound();
    }
    Duration wait =
        found.state() == ConnectionState.ACTIVE
            ? connections.countReading(hostId, id)
            : Duration.ZERO;
    if (!wait.isZero()) {
      return new SyncOutcome.TooManyTries(wait);
    }
    if (found.kind() != ProviderKind.ICS) {
      // What fails here fails below too, and is noted there.
      AskOutcome _ = connections.refresh(hostId, id);
    }
    Instant begun = clock.instant().truncatedTo(ChronoUnit.MICROS);
    SyncOutcome outcome = sync.sync(hostId, id);
    for (int i = 1; i < TRIES && wasOvertaken(outcome, begun); i++) {
      outcome = sync.sync(hostId, id);
    }
    return outcome;
  }

  private static boolean wasOvertaken(SyncOutcome outcome, Instant begun) {
    if (outcome instanceof SyncOutcome.Synced(var connection, _)) {
      Instant last = connection.lastSyncedAt();
      return last == null || last.isBefore(begun);
    }
    return false;
  }
}
