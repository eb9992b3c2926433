package org.meetwright.core.calendar.meeting;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Secrets;
import org.meetwright.core.calendar.CalendarMapper;
import org.meetwright.core.calendar.CalendarMapper.CalendarRow;
import org.meetwright.core.calendar.meeting.MeetingEvent.State;
import org.meetwright.core.calendar.remote.OwnEvent;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.time.Interval;
import org.meetwright.core.value.Ids;

/// Decides what is to be done about the events of meetings, and marks what was done. One node at a
/// time works on an event: it holds it for a while, and what it marks after that counts for
/// nothing.
final class EventRows {
  /// Longer than all calls to a service for one event last.
  private static final Duration LEASE = Duration.ofMinutes(4);

  private final Database database;
  private final MeetingText text;
  private final CalendarProblems problems;
  private final InstantSource clock;

  /// @param problems tells hosts what they have to decide
  EventRows(Database database, MeetingText text, CalendarProblems problems, InstantSource clock) {
    this.database = database;
    this.text = text;
    this.problems = problems;
    this.clock = clock;
  }

  /// What is to be done about an event, which is held for it.
  sealed interface Task {
    /// It is as it should be.
    record Nothing() implements Task {}

    /// Another node works on it.
    record InHand(Duration left) implements Task {}

    /// It is to be written.
    ///
    /// @param sure whether it stood as it was written until now, as far as is known
    /// @param atSameTime whether the meeting is when it was written last
    record Put(Place place, OwnEvent event, boolean sure, boolean atSameTime) implements Task {}

    /// It is to be deleted.
    record Delete(Place place) implements Task {}

    /// It is to be looked at.
    record Look(Place place) implements Task {}
  }

  /// Where an event is.
  ///
  /// @param calendarId as its service knows it
  /// @param zone for days and times without a zone
  record Place(MeetingEvent event, UUID connectionId, String calendarId, ZoneId zone) {}

  /// Sees to it that there is a row for each event that should stand somewhere or has to go.
  ///
  /// @return the ids of the meeting's rows
  List<UUID> plan(UUID meetingId, UUID hostId) {
    return database.inTransaction(
        tx -> {
          MeetingToWrite wanted = MeetingToWrite.load(tx, meetingId, hostId);
          if (wanted != null && now().isBefore(wanted.end())) {
            insert(tx, wanted);
          }
          return tx.mapper(MeetingEventMapper.class).of(meetingId, hostId).stream()
              .map(MeetingEvent::id)
              .toList();
        });
  }

  /// Wants an event for a meeting in the calendar that receives, unless there is one.
  static void insert(Transaction tx, MeetingToWrite wanted) {
    MeetingEventMapper mapper = tx.mapper(MeetingEventMapper.class);
    UUID hostId = wanted.host().id();
    UUID calendarId = mapper.receiving(hostId);
    if (calendarId != null) {
      mapper.insertMissing(Ids.next(), wanted.meetingId(), hostId, calendarId, wanted.uid());
    }
  }

  /// Decides what is to be done about an event, and holds it.
  Task take(UUID id, boolean look) {
    return database.inTransaction(tx -> take(tx, id, look));
  }

  private Task take(Transaction tx, UUID id, boolean look) {
    MeetingEventMapper mapper = tx.mapper(MeetingEventMapper.class);
    MeetingEvent row = mapper.lock(id);
    CalendarRow calendar =
        row == null ? null : tx.mapper(CalendarMapper.class).calendar(row.calendarId());
    if (row == null || calendar == null) {
      return new Task.Nothing();
    }
    Instant now = now();
    Instant lease = row.leasedUntil();
    if (lease != null && now.isBefore(lease)) {
      return new Task.InHand(Duration.between(now, lease));
    }
    MeetingToWrite wanted = MeetingToWrite.load(tx, row.meetingId(), row.hostId());
    Instant until = now.plus(LEASE);
    if (wanted != null
        && (row.calendarId().equals(mapper.receiving(row.hostId()))
            || !now.isBefore(wanted.end()))) {
      return toStand(tx, row, wanted, calendar, look, until);
    }
    return toGo(tx, row, calendar, until);
  }

  private static Task toGo(Transaction tx, MeetingEvent row, CalendarRow calendar, Instant until) {
    if (row.sequence() == 0) {
      tx.mapper(MeetingEventMapper.class).delete(row.id());
      return new Task.Nothing();
    }
    return new Task.Delete(held(tx, row.removing(until), calendar));
  }

  private Task toStand(
      Transaction tx,
      MeetingEvent row,
      MeetingToWrite wanted,
      CalendarRow calendar,
      boolean look,
      Instant until) {
    OwnEvent event = wanted.event(row, text, now());
    String print = MeetingToWrite.fingerprint(event);
    boolean atSameTime = row.isAt(event.start(), event.end());
    boolean asWritten = row.is(State.WRITTEN) && print.equals(row.fingerprint());
    if (asWritten || (row.isChangedThere() && atSameTime)) {
      return look ? new Task.Look(held(tx, row.looking(until), calendar)) : new Task.Nothing();
    }
    boolean sure = row.is(State.WRITTEN) || row.isChangedThere();
    Place place = held(tx, row.writing(event, print, until), calendar);
    return new Task.Put(place, event, sure, atSameTime);
  }

  private static Place held(Transaction tx, MeetingEvent row, CalendarRow calendar) {
    update(tx, row);
    ZoneId zone = calendar.zone();
    return new Place(
        row, calendar.connectionId(), calendar.remoteId(), zone == null ? ZoneOffset.UTC : zone);
  }

  static void update(Transaction tx, MeetingEvent row) {
    String id = row.remoteId();
    tx.mapper(MeetingEventMapper.class).update(row, id == null ? null : Secrets.hash(id));
  }

  /// Marks what was done about an event that is held, and holds it no longer.
  ///
  /// @throws HeldByOther if it was held too long
  void mark(MeetingEvent held, UnaryOperator<MeetingEvent> change) throws HeldByOther {
    boolean marked =
        database.inTransaction(
            tx -> {
              MeetingEvent row = stillHeld(tx, held);
              if (row != null) {
                update(tx, change.apply(held));
              }
              return row != null;
            });
    if (!marked) {
      throw new HeldByOther();
    }
  }

  private static @Nullable MeetingEvent stillHeld(Transaction tx, MeetingEvent held) {
    MeetingEvent row = tx.mapper(MeetingEventMapper.class).lock(held.id());
    return row != null && held.leasedUntil() != null && held.leasedUntil().equals(row.leasedUntil())
        ? row
        : null;
  }

  /// Forgets an event that is held and was deleted.
  void forget(MeetingEvent held) {
    database.inTransaction(
        tx ->
            stillHeld(tx, held) == null
                ? 0
                : tx.mapper(MeetingEventMapper.class).delete(held.id()));
  }

  /// Marks that the host has changed an event there, and notifies him of what he has to decide.
  ///
  /// @param there when it is now; null if it is gone
  /// @return whether that is new
  boolean markChanged(MeetingEvent held, @Nullable Interval there) {
    return database.inTransaction(
        tx -> {
          Hosts.lock(tx, List.of(held.hostId()));
          if (stillHeld(tx, held) == null) {
            return false;
          }
          MeetingEvent changed = held.changedThere(there, now());
          boolean isNew =
              !held.state().equals(changed.state())
                  || !held.wasSeenAt(changed.seenFrom(), changed.seenUntil());
          update(tx, isNew || held.changedAt() == null ? changed : held.looking(null));
          return isNew && tell(tx, held);
        });
  }

  private boolean tell(Transaction tx, MeetingEvent row) {
    MeetingToWrite wanted = MeetingToWrite.load(tx, row.meetingId(), row.hostId());
    if (wanted == null || !now().isBefore(wanted.end())) {
      return false;
    }
    UUID bookingId = wanted.bookings().getFirst().id();
    problems.tell(tx, row.hostId(), bookingId);
    return true;
  }

  /// Returns whether the meetings of a calendar follow what the host does with their events.
  boolean follows(MeetingEvent row) {
    return Boolean.TRUE.equals(
        database.read(tx -> tx.mapper(MeetingEventMapper.class).follows(row.calendarId())));
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /// Says that another node works on an event by now.
  static final class HeldByOther extends Exception {
    private static final long serialVersionUID = 1L;

    HeldByOther() {
      super("It took too long, and another node works on it by now");
    }
  }
}
