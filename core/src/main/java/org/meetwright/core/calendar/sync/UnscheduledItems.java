package org.meetwright.core.calendar.sync;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.meetwright.core.calendar.CalendarMapper.CalendarRow;
import org.meetwright.core.calendar.OwnEvents;
import org.meetwright.core.calendar.item.Recurrences;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.calendar.remote.RemoteItem;
import org.meetwright.core.calendar.sync.store.ItemStore;
import org.meetwright.core.database.Database;
import org.meetwright.core.host.HostMapper;
import org.meetwright.core.time.Interval;

/// Writes items that were asked for out of turn.
final class UnscheduledItems {
  private final Database database;
  private final OwnEvents ownEvents;
  private final InstantSource clock;
  private final ProviderKind kind;

  UnscheduledItems(Database database, OwnEvents ownEvents, InstantSource clock, ProviderKind kind) {
    this.database = database;
    this.ownEvents = ownEvents;
    this.clock = clock;
    this.kind = kind;
  }

  boolean store(CalendarRow calendar, List<RemoteItem> items, Interval asked) {
    Recurrences then = new Recurrences(zone(calendar), asked);
    List<RemoteItem> fit =
        items.stream()
            .filter(CalendarRound::isFit)
            .filter(item -> !then.expand(ItemExpander.read(item)).busy().isEmpty())
            .toList();
    if (fit.isEmpty() || !calendar.busy()) {
      return false;
    }
    Set<String> own = database.read(tx -> ownEvents.among(tx, calendar.hostId(), fit));
    ItemExpander expansion =
        new ItemExpander(zone(calendar), calendar.tentative(), horizon(calendar));
    List<ItemStore.Entry> entries =
        fit.stream()
            .filter(item -> !own.contains(item.id()))
            .map(item -> expansion.entry(item))
            .toList();
    return database.inTransaction(
        tx -> {
          CalendarRow now = tx.mapper(RoundMapper.class).lock(calendar.id());
          if (now == null || !now.busy()) {
            return false;
          }
          ItemStore store = new ItemStore(tx, now, kind.word());
          store.put(entries);
          if (store.moved()) {
            tx.mapper(HostMapper.class).raiseRevision(now.hostId());
          }
          return store.moved();
        });
  }

  private Horizon horizon(CalendarRow calendar) {
    Instant from = calendar.expandedFrom();
    Instant until = calendar.expandedUntil();
    return from == null || until == null ? Horizon.at(clock.instant()) : new Horizon(from, until);
  }

  private ZoneId zone(CalendarRow calendar) {
    ZoneId zone = calendar.zone();
    return zone != null
        ? zone
        : Objects.requireNonNull(
                database.read(tx -> tx.mapper(HostMapper.class).find(calendar.hostId())))
            .timeZone();
  }
}
