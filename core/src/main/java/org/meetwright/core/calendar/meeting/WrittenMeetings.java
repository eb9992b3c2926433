package org.meetwright.core.calendar.meeting;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Secrets;
import org.meetwright.core.calendar.CalendarMapper;
import org.meetwright.core.calendar.CalendarMapper.CalendarRow;
import org.meetwright.core.calendar.OwnEvents;
import org.meetwright.core.calendar.meeting.MeetingEvent.State;
import org.meetwright.core.calendar.meeting.MeetingEventMapper.HeldRow;
import org.meetwright.core.calendar.remote.RemoteItem;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.outbox.Outbox;
import org.meetwright.core.value.Ids;

/// Knows the events that stand for meetings in hosts' calendars: a meeting does not block itself,
/// whichever calendar its event is seen in, and what a host does to it there is looked at. It
/// compares with what was written, never with what a service calls a version.
public final class WrittenMeetings implements OwnEvents {
  /// What one statement asks for.
  private static final int BATCH = 500;

  /// Longer than any meeting with its buffers.
  private static final Duration LONGEST_MEETING = Duration.ofDays(2);

  private static final String UUID_PATTERN =
      "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})";

  private static final Pattern MARKER =
      Pattern.compile(
          "^X-MEETWRIGHT-MEETING[:;].*?" + UUID_PATTERN,
          Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

  /// A UID of ours, with or without its generation.
  private static final Pattern UID = Pattern.compile(UUID_PATTERN + "(?:-[0-9]{1,9})?@meetwright");

  private final Database database;
  private final Outbox outbox;
  private final InstantSource clock;

  /// Creates the service.
  public WrittenMeetings(Database database, Outbox outbox, InstantSource clock) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  /// An event that stands for a host's meeting in one of his calendars, as it was written last.
  ///
  /// @param uid its iCalendar UID
  /// @param state wanted, written, moved, gone or removing
  /// @param start null if it was never written
  /// @param end null if it was never written
  public record StandingEvent(
      UUID meetingId,
      UUID calendarId,
      String uid,
      String state,
      @Nullable Instant start,
      @Nullable Instant end) {
    private static StandingEvent of(MeetingEvent row) {
      return new StandingEvent(
          row.meetingId(),
          row.calendarId(),
          row.fullUid(),
          row.state(),
          row.writtenFrom(),
          row.writtenUntil());
    }
  }

  @Override
  public Set<String> among(Transaction tx, UUID hostId, Collection<RemoteItem> items) {
    Set<String> own = new HashSet<>();
    List<RemoteItem> all = List.copyOf(items);
    for (int from = 0; from < all.size(); from += BATCH) {
      own.addAll(someAmong(tx, hostId, all.subList(from, Math.min(from + BATCH, all.size()))));
    }
    return own;
  }

  private static Set<String> someAmong(Transaction tx, UUID hostId, List<RemoteItem> items) {
    MeetingEventMapper mapper = tx.mapper(MeetingEventMapper.class);
    Set<String> own = new HashSet<>();
    own.addAll(known(items, item -> Secrets.hash(item.id()), mapper::knownKeys, hostId));
    own.addAll(known(items, item -> uuid(MARKER, item.text()), mapper::meetingsOf, hostId));
    own.addAll(known(items, item -> uuid(UID, item.uid()), mapper::bookingsWith, hostId));
    own.addAll(known(items, WrittenMeetings::firstUid, mapper::knownUids, hostId));
    return own;
  }

  private static <K> Set<String> known(
      List<RemoteItem> items,
      Function<RemoteItem, @Nullable K> keyOf,
      BiFunction<UUID, Collection<K>, List<K>> known,
      UUID hostId) {
    Map<String, K> keys = new HashMap<>();
    for (RemoteItem item : items) {
      K key = keyOf.apply(item);
      if (key != null) {
        keys.put(item.id(), key);
      }
    }
    if (keys.isEmpty()) {
      return Set.of();
    }
    Set<K> found = new HashSet<>(known.apply(hostId, new HashSet<>(keys.values())));
    keys.values().retainAll(found);
    return keys.keySet();
  }

  private static @Nullable UUID uuid(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? UUID.fromString(matcher.group(1)) : null;
  }

  private static @Nullable String firstUid(RemoteItem item) {
    UUID id = uuid(UID, item.uid());
    return id == null ? null : id + "@meetwright";
  }

  @Override
  public void saw(UUID calendarId, List<Seen> seen, Set<String> gone) {
    Map<String, Seen> byKey =
        seen.stream().collect(toMap(one -> Secrets.hash(one.itemId()), one -> one, (a, b) -> b));
    Set<String> goneKeys = new HashSet<>();
    gone.forEach(id -> goneKeys.add(Secrets.hash(id)));
    Set<String> keys = new LinkedHashSet<>(byKey.keySet());
    keys.addAll(goneKeys);
    List<String> all = List.copyOf(keys);
    for (int from = 0; from < all.size(); from += BATCH) {
      List<String> some = all.subList(from, Math.min(from + BATCH, all.size()));
      database.inTransaction(tx -> look(tx, calendarId, some, byKey));
    }
  }

  /// Has a look at those events that do not stand there as they were written. What was seen may be
  /// older than what has been written since, so it is not believed by itself.
  private int look(Transaction tx, UUID calendarId, List<String> keys, Map<String, Seen> seen) {
    CalendarRow calendar = tx.mapper(CalendarMapper.class).calendar(calendarId);
    if (calendar == null) {
      return 0;
    }
    List<MeetingEvent> strange =
        tx.mapper(MeetingEventMapper.class).inCalendar(calendarId, keys).stream()
            .filter(row -> isStrange(row, seen.get(Secrets.hash(String.valueOf(row.remoteId())))))
            .toList();
    outbox.put(
        tx,
        strange.stream()
            .map(
                row ->
                    new CalendarWrite(row.meetingId(), row.hostId(), true)
                        .message(calendar.connectionId(), "look-" + Ids.next(), now()))
            .toList());
    return strange.size();
  }

  /// @param seen what was seen of it; null if it is gone
  private static boolean isStrange(MeetingEvent row, @Nullable Seen seen) {
    if (seen == null || seen.start() == null) {
      return row.is(State.WRITTEN) || row.is(State.MOVED);
    }
    if (row.is(State.MOVED)) {
      return !row.wasSeenAt(seen.start(), seen.end());
    }
    return row.is(State.GONE) || (row.is(State.WRITTEN) && !row.isAt(seen.start(), seen.end()));
  }

  @Override
  public void receiverChanged(Transaction tx, UUID hostId) {
    var receiver = tx.mapper(MeetingEventMapper.class).receiver(hostId);
    if (receiver != null) {
      write(tx, hostId, receiver.connectionId(), now(), Duration.ZERO);
    }
  }

  @Override
  public boolean withdraw(Transaction tx, UUID connectionId) {
    List<HeldRow> held = tx.mapper(MeetingEventMapper.class).inAccount(connectionId, now());
    outbox.put(
        tx,
        held.stream()
            .map(
                row ->
                    new CalendarWrite(row.meetingId(), row.hostId(), false)
                        .message(connectionId, "withdraw-" + Ids.next(), now()))
            .toList());
    return !held.isEmpty();
  }

  @Override
  public Left left(Transaction tx, UUID connectionId, Instant now) {
    return tx.mapper(MeetingEventMapper.class).left(connectionId, now);
  }

  /// Returns all that is kept of the events of a host's meetings, the oldest first.
  public List<StandingEvent> of(UUID hostId) {
    return database.read(tx -> tx.mapper(MeetingEventMapper.class).ofHost(hostId)).stream()
        .map(StandingEvent::of)
        .toList();
  }

  /// Returns whether a calendar receives the meetings of a host.
  public boolean isWritten(UUID hostId) {
    return database.read(tx -> tx.mapper(MeetingEventMapper.class).receiving(hostId)) != null;
  }

  /// Has the meetings of a host written into the calendar that receives them, those that are over
  /// too if they ended not too long ago. Those that stand there are left alone.
  ///
  /// @param back how long ago they may have ended
  /// @return how many meetings; 0 if no calendar receives
  public int backfill(UUID hostId, Duration back) {
    return database.inTransaction(
        tx -> {
          MeetingEventMapper mapper = tx.mapper(MeetingEventMapper.class);
          var receiver = mapper.receiver(hostId);
          return receiver == null || mapper.receiving(hostId) == null
              ? 0
              : write(tx, hostId, receiver.connectionId(), now().minus(back), Duration.ZERO);
        });
  }

  /// Has the meetings of all hosts written, a few at a time.
  ///
  /// @param back how long ago they may have ended
  /// @param perMinute how many meetings a minute, at least 1
  /// @return how many meetings
  public int backfillAll(Duration back, int perMinute) {
    Duration pause = Duration.ofMinutes(1).dividedBy(perMinute);
    int meetings = 0;
    for (var receiver : database.read(tx -> tx.mapper(MeetingEventMapper.class).receivers())) {
      Instant since = now().minus(back);
      Duration delay = pause.multipliedBy(meetings);
      meetings +=
          database.inTransaction(
              tx -> write(tx, receiver.hostId(), receiver.connectionId(), since, delay, pause));
    }
    return meetings;
  }

  private int write(Transaction tx, UUID hostId, UUID connectionId, Instant since, Duration delay) {
    return write(tx, hostId, connectionId, since, delay, Duration.ZERO);
  }

  private int write(
      Transaction tx,
      UUID hostId,
      UUID connectionId,
      Instant since,
      Duration delay,
      Duration pause) {
    MeetingEventMapper mapper = tx.mapper(MeetingEventMapper.class);
    Instant earliest = since.minus(LONGEST_MEETING);
    Instant due = now().plus(delay);
    int count = 0;
    UUID after = null;
    List<UUID> page;
    do {
      page = mapper.meetings(hostId, earliest, since, after, BATCH);
      List<Outbox.NewMessage> messages = new ArrayList<>();
      for (UUID meetingId : page) {
        MeetingToWrite wanted = MeetingToWrite.load(tx, meetingId, hostId);
        if (wanted != null) {
          EventRows.insert(tx, wanted);
        }
        messages.add(
            new CalendarWrite(meetingId, hostId, false)
                .message(connectionId, "fill-" + Ids.next(), due.plus(pause.multipliedBy(count))));
        count++;
      }
      outbox.put(tx, messages);
      after = page.isEmpty() ? null : page.getLast();
    } while (page.size() == BATCH);
    return count;
  }

  /// Forgets some events of meetings that were archived.
  ///
  /// @return how many; 0 if there are no more
  public int tidy() {
    Instant until = now().minus(Duration.ofDays(1));
    return database.inTransaction(tx -> tx.mapper(MeetingEventMapper.class).tidy(until, BATCH));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
