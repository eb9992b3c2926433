package org.meetwright.core.calendar.meeting;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.account.ConnectedAccounts;
import org.meetwright.core.calendar.meeting.EventRows.HeldByOther;
import org.meetwright.core.calendar.meeting.EventRows.Place;
import org.meetwright.core.calendar.meeting.EventRows.Task;
import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.core.calendar.remote.OwnEvent;
import org.meetwright.core.calendar.remote.RemoteAccount;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.calendar.remote.RemoteItem;
import org.meetwright.core.calendar.remote.WrittenEvent;
import org.meetwright.core.database.Database;
import org.meetwright.core.outbox.Delivery;
import org.meetwright.core.outbox.Message;
import org.meetwright.core.time.Interval;

/// Has hosts' calendars agree with meetings. Whatever happened before, to the program or to the
/// service, one event of a meeting is left in the end. What a host has done to an event there is
/// kept until he or a change of the meeting decides about it.
public final class CalendarWriter implements Delivery<CalendarWrite> {
  /// An event may be refused for its UID, or be missing, a few times in a row.
  private static final int MOST_TRIES = 6;

  private static final Duration A_MOMENT = Duration.ofSeconds(1);
  private static final Duration USUAL_WAIT = Duration.ofMinutes(1);
  private static final Duration UNTIL_SIGNED_IN = Duration.ofHours(2);

  private final EventRows rows;
  private final ConnectedAccounts accounts;
  private final CalendarProblems problems;

  /// Creates the writer.
  ///
  /// @param problems has meetings follow what hosts do in calendars of which they want that
  /// @param text words the events
  public CalendarWriter(
      Database database,
      InstantSource clock,
      ConnectedAccounts accounts,
      CalendarProblems problems,
      MeetingText text) {
    this.rows = new EventRows(database, text, problems, clock);
    this.accounts = accounts;
    this.problems = problems;
  }

  /// Has the calendar of a host agree with a meeting.
  ///
  /// @throws Again if the service asks to wait, or another node does the same now
  /// @throws PermanentFailure if the calendar takes no events
  /// @throws RemoteFault if the service failed
  /// @throws HeldByOther if it took too long
  @Override
  public void deliver(CalendarWrite write, Message message)
      throws Again, PermanentFailure, RemoteFault, HeldByOther {
    Exception first = null;
    for (UUID id : rows.plan(write.meetingId(), write.hostId())) {
      try {
        agree(id, write.look());
      } catch (Again | PermanentFailure | RemoteFault | HeldByOther failed) {
        first = first == null ? failed : first;
      }
    }
    switch (first) {
      case null -> {}
      case Again again -> throw again;
      case PermanentFailure permanent -> throw permanent;
      case RemoteFault fault -> throw fault;
      case HeldByOther held -> throw held;
      default -> throw new IllegalStateException(first);
    }
  }

  private void agree(UUID id, boolean look)
      throws Again, PermanentFailure, RemoteFault, HeldByOther {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      if (done(rows.take(id, look))) {
        return;
      }
    }
    throw new Again(USUAL_WAIT);
  }

  /// Does what is to be done about an event.
  ///
  /// @return whether that is all
  private boolean done(Task task) throws Again, PermanentFailure, RemoteFault, HeldByOther {
    return switch (task) {
      case Task.Nothing() -> true;
      case Task.InHand(Duration left) -> throw new Again(left.plus(A_MOMENT));
      case Task.Put put -> asked(put.place(), account -> put(account, put));
      case Task.Delete(Place place) -> asked(place, account -> delete(account, place));
      case Task.Look(Place place) -> asked(place, account -> look(account, place));
    };
  }

  /// What is asked of a service.
  private interface Call {
    boolean on(RemoteAccount account) throws RemoteFault, HeldByOther;
  }

  private boolean asked(Place place, Call call)
      throws Again, PermanentFailure, RemoteFault, HeldByOther {
    RemoteAccount account = accounts.openToWrite(place.connectionId()).orElse(null);
    try {
      if (account == null) {
        throw new RemoteFault(FaultCode.NOT_ASKED, "The account is not asked now.");
      }
      return call.on(account);
    } catch (RemoteFault fault) {
      String why = fault.kind().name().toLowerCase(Locale.ROOT);
      rows.mark(place.event(), event -> event.failed(why, rows.now()));
      switch (fault.kind()) {
        case LATER -> {
          Duration wait = fault.retryAfter();
          throw new Again(wait == null ? USUAL_WAIT : wait);
        }
        case SIGN_IN -> throw new Again(UNTIL_SIGNED_IN);
        case READ_ONLY, NOT_FOUND ->
            throw new PermanentFailure(String.valueOf(fault.getMessage()), fault);
        case UNREACHABLE, STATE_LOST, CALENDAR_GONE, CHANGED, UID_TAKEN, NOT_UNDERSTOOD -> {}
      }
      throw fault;
    }
  }

  private boolean put(RemoteAccount account, Task.Put put) throws RemoteFault, HeldByOther {
    Place place = put.place();
    try {
      write(account, place, put.event(), place.event().written());
      return true;
    } catch (RemoteFault fault) {
      return switch (fault.kind()) {
        case CHANGED -> putOver(account, put);
        case UID_TAKEN -> {
          rows.mark(place.event(), event -> event.anew(event.generation() + 1));
          yield false;
        }
        default -> throw fault;
      };
    }
  }

  private void write(
      RemoteAccount account, Place place, OwnEvent event, @Nullable WrittenEvent written)
      throws RemoteFault, HeldByOther {
    WrittenEvent now = account.put(place.calendarId(), event, written);
    rows.mark(place.event(), row -> row.standing(now));
  }

  /// Someone has changed the event since it was written. If the host has moved or deleted it, and
  /// the meeting has not moved, he is asked; else what was agreed on counts.
  private boolean putOver(RemoteAccount account, Task.Put put) throws RemoteFault, HeldByOther {
    Place place = put.place();
    String itemId = place.event().remoteId();
    RemoteItem item = itemId == null ? null : account.find(place.calendarId(), itemId);
    Interval there = item == null ? null : FirstOccurrence.of(item, place.zone());
    boolean untouched =
        there != null && place.event().isAt(there.startInclusive(), there.endExclusive());
    if (put.sure() && put.atSameTime() && !untouched) {
      changedThere(place, there);
      return true;
    }
    if (item == null) {
      rows.mark(place.event(), event -> event.anew(event.generation()));
      return false;
    }
    write(account, place, put.event(), new WrittenEvent(item.id(), item.etag()));
    return true;
  }

  private boolean look(RemoteAccount account, Place place) throws RemoteFault, HeldByOther {
    String itemId = place.event().remoteId();
    RemoteItem item = itemId == null ? null : account.find(place.calendarId(), itemId);
    Interval there = item == null ? null : FirstOccurrence.of(item, place.zone());
    if (item != null
        && there != null
        && place.event().isAt(there.startInclusive(), there.endExclusive())) {
      rows.mark(place.event(), event -> event.standing(new WrittenEvent(item.id(), item.etag())));
    } else {
      changedThere(place, there);
    }
    return true;
  }

  private void changedThere(Place place, @Nullable Interval there) {
    if (rows.markChanged(place.event(), there) && rows.follows(place.event())) {
      problems.follow(place.event());
    }
  }

  /// Deletes an event. If the answer to an earlier try to write it was lost, it is written once
  /// more, which tells where it stands.
  private boolean delete(RemoteAccount account, Place place) throws RemoteFault, HeldByOther {
    try {
      WrittenEvent written = place.event().written();
      account.delete(
          place.calendarId(),
          written == null ? account.put(place.calendarId(), trace(place), null) : written);
    } catch (RemoteFault fault) {
      switch (fault.kind()) {
        case UID_TAKEN, CALENDAR_GONE -> {
          // Nothing of ours stands there.
        }
        case CHANGED -> deleteChanged(account, place);
        default -> throw fault;
      }
    }
    rows.forget(place.event());
    return true;
  }

  private static void deleteChanged(RemoteAccount account, Place place) throws RemoteFault {
    String itemId = place.event().remoteId();
    RemoteItem item = itemId == null ? null : account.find(place.calendarId(), itemId);
    if (item != null) {
      account.delete(place.calendarId(), new WrittenEvent(item.id(), item.etag()));
    }
  }

  private OwnEvent trace(Place place) {
    MeetingEvent event = place.event();
    var from = event.writtenFrom() == null ? rows.now() : event.writtenFrom();
    var until = event.writtenUntil() == null ? from.plusSeconds(60) : event.writtenUntil();
    return new OwnEvent(
        event.meetingId(),
        event.fullUid(),
        event.sequence(),
        from,
        until,
        place.zone(),
        "Meetwright",
        "",
        "",
        true,
        rows.now());
  }
}
