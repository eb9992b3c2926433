package org.meetwright.core.eventtype;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.database.mybatis.StoredRows;
import org.meetwright.core.eventtype.EventTypeMapper.EventTypeRow;
import org.meetwright.core.host.HostMapper;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.news.News;
import org.meetwright.core.news.NewsKind;
import org.meetwright.core.team.Team;
import org.meetwright.core.team.Teams;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;

/// The event types of hosts.
public final class EventTypes {
  private static final int MOST_FOR_BOOKING = 500;

  private final Database database;
  private final InstantSource clock;

  /// Creates the service.
  public EventTypes(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Returns an event type within a transaction; null if there is none.
  public static @Nullable EventType load(Transaction tx, UUID id) {
    EventTypeMapper mapper = tx.mapper(EventTypeMapper.class);
    EventTypeRow row = mapper.find(id);
    return row == null ? null : whole(mapper, row);
  }

  /// Returns the event type of a slug under the handle of a host or team, within a transaction;
  /// null if there is none.
  public static @Nullable EventType loadBySlug(Transaction tx, UUID pageId, String slug) {
    EventTypeMapper mapper = tx.mapper(EventTypeMapper.class);
    EventTypeRow row = mapper.findBySlug(pageId, slug);
    return row == null ? null : whole(mapper, row);
  }

  /// Returns the event types of a host, in the order that the host keeps.
  public List<EventType> list(UUID hostId) {
    return database.consistentRead(
        tx -> {
          EventTypeMapper mapper = tx.mapper(EventTypeMapper.class);
          return StoredRows.list(mapper.list(hostId), row -> whole(mapper, row));
        });
  }

  /// Returns the active event types for which a host can book whatever the rules say: his own, in
  /// the order that he keeps, then those of teams that he is a member of; at most 500.
  public List<EventType> listForBooking(UUID hostId) {
    return forBooking(hostId, null);
  }

  /// Returns one of those for which a host can book whatever the rules say; empty if it is none.
  public Optional<EventType> findForBooking(UUID hostId, UUID id) {
    return forBooking(hostId, id).stream().findFirst();
  }

  private List<EventType> forBooking(UUID hostId, @Nullable UUID id) {
    return database.consistentRead(
        tx -> {
          EventTypeMapper mapper = tx.mapper(EventTypeMapper.class);
          return StoredRows.list(
              mapper.listForBooking(hostId, id, MOST_FOR_BOOKING), row -> whole(mapper, row));
        });
  }

  /// Returns an event type of the host; empty if he has no such one.
  public Optional<EventType> find(UUID hostId, UUID id) {
    return database.read(
        tx -> Optional.ofNullable(load(tx, id)).filter(found -> found.hostId().equals(hostId)));
  }

  /// Returns an event type of any host; empty if there is none.
  public Optional<EventType> find(UUID id) {
    return database.read(tx -> Optional.ofNullable(load(tx, id)));
  }

  /// Returns the event types that stand under the handle of a host or team, in the order that their
  /// host keeps.
  public List<EventType> listOnPage(UUID pageId) {
    return database.consistentRead(
        tx -> {
          EventTypeMapper mapper = tx.mapper(EventTypeMapper.class);
          return StoredRows.list(mapper.listOnPage(pageId), row -> whole(mapper, row));
        });
  }

  /// Returns the event type of a slug under the handle of a host or team; empty if there is none.
  public Optional<EventType> findBySlug(UUID pageId, String slug) {
    if (!Text.isStorable(slug)) {
      return Optional.empty();
    }
    return database.read(
        tx -> {
          EventTypeMapper mapper = tx.mapper(EventTypeMapper.class);
          return Optional.ofNullable(mapper.findBySlug(pageId, slug))
              .map(row -> whole(mapper, row));
        });
  }

  /// Adds an event type.
  ///
  /// @throws InvalidValueException if the slug is taken or the schedule is not the host's
  public EventType add(EventType added) {
    return database.inTransaction(tx -> add(tx, added));
  }

  /// Adds an event type within a transaction.
  ///
  /// @throws InvalidValueException as [#add(EventType)]
  public EventType add(Transaction tx, EventType added) {
    EventTypeMapper mapper = tx.mapper(EventTypeMapper.class);
    lockHosts(tx, added.id(), added.hostId(), added.assignment().teamId());
    EventTypeChecks.check(tx, added);
    mapper.insert(EventTypeRows.of(added, clock.instant().truncatedTo(ChronoUnit.MICROS)));
    EventTypeRows.questions(added).forEach(mapper::insertQuestion);
    return added;
  }

  /// Replaces an event type.
  ///
  /// @return the event type as it is now; empty if the host has no such one
  /// @throws InvalidValueException if the slug is taken or the schedule is not the host's
  public Optional<EventType> replace(EventType changed) {
    return database.inTransaction(
        tx -> {
          EventTypeMapper mapper = tx.mapper(EventTypeMapper.class);
          EventTypeRow old = mapper.find(changed.id());
          if (old == null || !old.hostId().equals(changed.hostId())) {
            return Optional.empty();
          }
          lockHosts(tx, changed.id(), changed.hostId(), changed.assignment().teamId());
          EventTypeChecks.check(tx, changed);
          mapper.update(EventTypeRows.of(changed, old.createdAt()));
          mapper.deleteQuestions(changed.id());
          EventTypeRows.questions(changed).forEach(mapper::insertQuestion);
          return Optional.of(changed);
        });
  }

  /// Checks an event type that is not saved yet, as [#add] and [#replace] do.
  ///
  /// @throws InvalidValueException as they do
  public void check(EventType draft) {
    database.read(
        tx -> {
          EventTypeChecks.check(tx, draft);
          return draft;
        });
  }

  /// Deletes an event type. Meetings that were booked with it stay, and can still be cancelled.
  ///
  /// @return whether the host had it
  public boolean delete(UUID hostId, UUID id) {
    return database.inTransaction(
        tx -> {
          EventTypeMapper mapper = tx.mapper(EventTypeMapper.class);
          EventTypeRow old = mapper.find(id);
          if (old == null || !old.hostId().equals(hostId)) {
            return false;
          }
          lockHosts(tx, id, hostId, old.teamId());
          mapper.deleteQuestions(id);
          mapper.delete(id);
          return true;
        });
  }

  /// Locks the rows of all hosts, and marks that what they offer may change.
  private void lockHosts(Transaction tx, UUID eventTypeId, UUID hostId, @Nullable UUID teamId) {
    Set<UUID> hosts = new HashSet<>();
    Hosts.lock(
        tx,
        () -> {
          addHosts(tx, hostId, teamId, hosts);
          EventTypeRow now = tx.mapper(EventTypeMapper.class).find(eventTypeId);
          if (now != null) {
            addHosts(tx, now.hostId(), now.teamId(), hosts);
          }
          return hosts;
        });
    hosts.forEach(tx.mapper(HostMapper.class)::raiseRevision);
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    News.note(tx, NewsKind.EVENT_TYPE_CHANGED, hosts, eventTypeId, at);
  }

  private static void addHosts(
      Transaction tx, UUID hostId, @Nullable UUID teamId, Set<UUID> hosts) {
    hosts.add(hostId);
    Team team = teamId == null ? null : Teams.load(tx, teamId);
    if (team != null) {
      team.members().forEach(member -> hosts.add(member.hostId()));
    }
  }

  private static EventType whole(EventTypeMapper mapper, EventTypeRow row) {
    return StoredRows.read(
        "event type", row.id(), () -> EventTypeRows.eventType(row, mapper.questions(row.id())));
  }
}
