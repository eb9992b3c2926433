package org.meetwright.core.account.standing;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.meetwright.core.access.Access;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.host.Handles;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.HostMapper;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.news.News;
import org.meetwright.core.news.NewsKind;
import org.meetwright.core.traces.ErasedValues;
import org.meetwright.core.value.Handle;

/// Switches hosts off and on, and gives them other handles. A host who is switched off takes no
/// bookings, and neither he nor his tokens and feeds are let in; the meetings that he has stay, and
/// everyone is told of them as before.
public final class HostStanding {
  private final Database database;
  private final InstantSource clock;

  /// Creates the service.
  public HostStanding(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// The outcome of switching a host off or on.
  public sealed interface Outcome {
    /// It is so now.
    ///
    /// @param endedSessions how many sessions have ended
    record Switched(int endedSessions) implements Outcome {}

    /// It was so before; nothing was changed.
    record AlreadySo() implements Outcome {}

    /// The host has been erased, and stays so.
    record Gone() implements Outcome {}
  }

  /// Switches a host off. His sessions end; his tokens and feeds work again once he is switched on.
  public Outcome disable(UUID hostId) {
    return switchTo(hostId, false);
  }

  /// Switches a host on again.
  public Outcome enable(UUID hostId) {
    return switchTo(hostId, true);
  }

  private Outcome switchTo(UUID hostId, boolean active) {
    return database.inTransaction(
        tx -> {
          Host host = Hosts.lock(tx, List.of(hostId)).getFirst();
          if (ErasedValues.is(host.email())) {
            return new Outcome.Gone();
          }
          if (host.active() == active) {
            return new Outcome.AlreadySo();
          }
          tx.mapper(HostMapper.class).setActive(hostId, active);
          note(tx, hostId);
          return new Outcome.Switched(active ? 0 : Access.endSessions(tx, hostId));
        });
  }

  /// Returns whether an admin is switched on.
  public boolean hasAdmin() {
    return database.read(tx -> tx.mapper(HostMapper.class).activeAdmins() > 0);
  }

  /// Gives a host another handle. The former one is free at once: links with it lead nowhere, as
  /// after a team's handle was changed.
  ///
  /// @return the host as he is now
  /// @throws org.meetwright.core.value.InvalidValueException (field `handle`) if it is taken
  public Host rename(UUID hostId, Handle handle) {
    return database.inTransaction(
        tx -> {
          Host host = Hosts.lock(tx, List.of(hostId)).getFirst();
          Handles.take(tx, handle, hostId);
          tx.mapper(HostMapper.class).setHandle(hostId, handle);
          note(tx, hostId);
          return Hosts.lock(tx, List.of(host.id())).getFirst();
        });
  }

  /// Returns what a host has.
  public HostHoldings holdings(UUID hostId) {
    Instant now = now();
    return database.consistentRead(
        tx -> {
          HoldingsMapper mapper = tx.mapper(HoldingsMapper.class);
          return new HostHoldings(
              mapper.meetings(hostId, now),
              mapper.setup(hostId),
              mapper.keys(hostId, now),
              mapper.teams(hostId));
        });
  }

  private void note(Transaction tx, UUID hostId) {
    News.note(tx, NewsKind.ACCOUNT_CHANGED, List.of(hostId), hostId, now());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
