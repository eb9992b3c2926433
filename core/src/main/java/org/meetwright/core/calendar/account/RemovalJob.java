package org.meetwright.core.calendar.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.meetwright.core.calendar.CalendarMapper;
import org.meetwright.core.calendar.CalendarMapper.ConnectionRow;
import org.meetwright.core.calendar.ConnectionState;
import org.meetwright.core.calendar.OwnEvents;
import org.meetwright.core.calendar.OwnEvents.Left;
import org.meetwright.core.database.Database;
import org.meetwright.core.outbox.Delivery;
import org.meetwright.core.outbox.Message;

/// Forgets an account that is being disconnected: once no event of a meeting to come stands there
/// any more, or its service refuses to delete them, or has failed for an hour. Then the message is
/// given up, which is how its host learns of it.
public final class RemovalJob implements Delivery<CalendarRemoval> {
  /// How long a service may fail.
  static final Duration LONGEST = Duration.ofHours(1);

  private static final Duration SOON = Duration.ofSeconds(15);

  private final Database database;
  private final OwnEvents ownEvents;
  private final CalendarConnections connections;
  private final InstantSource clock;

  /// Creates the job.
  public RemovalJob(
      Database database,
      OwnEvents ownEvents,
      CalendarConnections connections,
      InstantSource clock) {
    this.database = database;
    this.ownEvents = ownEvents;
    this.connections = connections;
    this.clock = clock;
  }

  /// Looks whether an account can be forgotten.
  ///
  /// @throws Again if events are still to be deleted
  /// @throws PermanentFailure if it was forgotten although events are left
  @Override
  public void deliver(CalendarRemoval removal, Message message) throws Again, PermanentFailure {
    ConnectionRow row =
        database.read(tx -> tx.mapper(CalendarMapper.class).connection(removal.connectionId()));
    if (row == null || !row.state().equals(ConnectionState.REMOVING.word())) {
      return;
    }
    Instant now = clock.instant();
    Left left = database.read(tx -> ownEvents.left(tx, removal.connectionId(), now));
    if (left.events() > 0 && !left.isHopeless(now.minus(LONGEST))) {
      throw new Again(SOON);
    }
    connections.forget(removal.hostId(), removal.connectionId());
    if (left.events() > 0) {
      throw new PermanentFailure(
          "The calendar service did not delete the events of "
              + left.events()
              + " meetings to come; they stay there",
          null);
    }
  }
}
