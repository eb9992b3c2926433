package org.meetwright.core.availability;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.host.Host;
import org.meetwright.core.offering.HostRevision;
import org.meetwright.core.offering.Offering;
import org.meetwright.core.slot.AbsenceTime;
import org.meetwright.core.slot.Candidate;
import org.meetwright.core.slot.Reason;
import org.meetwright.core.slot.SlotFinder;
import org.meetwright.core.slot.Snapshot;
import org.meetwright.core.slot.explain.Explainer;
import org.meetwright.core.time.Interval;
import org.meetwright.core.time.IntervalSet;
import org.meetwright.core.time.LocalDates;

/// Answers which times of an event type can be booked, from what the database holds now. Snapshots
/// are kept in memory, but no answer is ever stale (see [KeptSnapshots]).
public final class Availability {
  /// How much memory kept snapshots may take if nothing else is said, in MiB.
  public static final int DEFAULT_KEPT_MEBIBYTES = 32;

  /// How far a first time is looked for, in stretches of so many days.
  private static final int MOST_STRETCHES = 7;

  private static final int STRETCH_DAYS = 62;

  private final Database database;
  private final InstantSource clock;
  private final KeptSnapshots snapshots;
  private volatile Consumer<List<UUID>> watcher = hostIds -> {};

  /// Creates the service.
  ///
  /// @param keptMebibytes roughly how much memory kept snapshots may take; 0 keeps none
  public Availability(Database database, InstantSource clock, int keptMebibytes) {
    this.database = database;
    this.clock = clock;
    this.snapshots = new KeptSnapshots(database, keptMebibytes);
  }

  /// Has something told whenever someone asks when hosts can be met, before the answer. It must not
  /// make them wait.
  public void watch(Consumer<List<UUID>> told) {
    watcher = told;
  }

  /// The times that can be booked.
  ///
  /// @param starts their starts in epoch seconds, ascending
  /// @param ends when each of them ends: a group meeting that can be joined keeps its own length
  /// @param seatsLeft how many can still book each of them
  /// @param nextFrom the first date after the last one asked for that booking window and notice
  ///   allow; null if nothing can be booked from there on, whatever is cancelled
  /// @param revision the sum of the revisions of all hosts: it rises with every change
  /// @param absences when nothing can be booked because the hosts are absent, by start
  /// @param fromMemory whether a kept snapshot answered
  @SuppressWarnings("ArrayRecordComponent") // No object a slot.
  public record Slots(
      long[] starts,
      long[] ends,
      int[] seatsLeft,
      @Nullable LocalDate nextFrom,
      long revision,
      List<AbsenceTime> absences,
      boolean fromMemory) {

    private Slots without(Instant start) {
      int at = Arrays.binarySearch(starts, start.getEpochSecond());
      if (at < 0) {
        return this;
      }
      int[] others = IntStream.range(0, starts.length).filter(i -> i != at).toArray();
      return new Slots(
          IntStream.of(others).mapToLong(i -> starts[i]).toArray(),
          IntStream.of(others).mapToLong(i -> ends[i]).toArray(),
          IntStream.of(others).map(i -> seatsLeft[i]).toArray(),
          nextFrom,
          revision,
          absences,
          fromMemory);
    }

    private Slots first() {
      return new Slots(
          Arrays.copyOf(starts, 1),
          Arrays.copyOf(ends, 1),
          Arrays.copyOf(seatsLeft, 1),
          nextFrom,
          revision,
          absences,
          fromMemory);
    }

    private static Slots none(long revision) {
      return new Slots(new long[0], new long[0], new int[0], null, revision, List.of(), false);
    }
  }

  /// Returns the times that can be booked on local dates, for meetings of the event type's length.
  ///
  /// @param from the first date, inclusive, in `zone`
  /// @param to the last date, inclusive, in `zone`
  public Slots slots(EventType eventType, LocalDate from, LocalDate to, ZoneId zone) {
    return database.read(
        tx ->
            slots(
                tx,
                eventType,
                tx.mapper(FactsMapper.class).revisions(eventType.id()),
                from,
                to,
                zone));
  }

  /// Returns the times that can be booked on local dates, for an event type that was just found.
  ///
  /// @param from the first date, inclusive, in `zone`
  /// @param to the last date, inclusive, in `zone`
  public Slots slots(Offering offering, LocalDate from, LocalDate to, ZoneId zone) {
    return slots(null, offering.eventType(), offering.revisions(), from, to, zone);
  }

  private Slots slots(
      @Nullable Transaction tx,
      EventType eventType,
      List<HostRevision> revisions,
      LocalDate from,
      LocalDate to,
      ZoneId zone) {
    IntervalSet asked = LocalDates.between(from, to, zone);
    long revision = revisions.stream().mapToLong(HostRevision::revision).sum();
    if (asked.isEmpty() || revisions.isEmpty()) {
      return Slots.none(revision);
    }
    watcher.accept(revisions.stream().map(HostRevision::hostId).toList());
    KeptSnapshots.Answer whole = snapshots.get(tx, eventType, asked, revisions);
    if (whole == null) {
      return Slots.none(revision);
    }
    Snapshot now = whole.snapshot().at(clock.instant());
    return slots(now, asked, to.plusDays(1), zone, revision, whole.fromMemory());
  }

  private static Slots slots(
      Snapshot snapshot,
      IntervalSet asked,
      LocalDate next,
      ZoneId zone,
      long revision,
      boolean fromMemory) {
    long[] starts = SlotFinder.starts(snapshot, asked);
    return new Slots(
        starts,
        SlotFinder.ends(snapshot, starts),
        SlotFinder.seatsLeft(snapshot, starts),
        NextDate.from(snapshot, next, zone),
        revision,
        snapshot.absences(asked),
        fromMemory);
  }

  /// Returns the first time that can be booked from a local date on; none if there is none within a
  /// year of where booking window and notice begin.
  ///
  /// @param from a date in `zone`, inclusive
  public Slots first(EventType eventType, LocalDate from, ZoneId zone) {
    LocalDate date = from;
    for (int stretch = 0; stretch < MOST_STRETCHES; stretch++) {
      Slots slots = slots(eventType, date, date.plusDays(STRETCH_DAYS - 1L), zone);
      if (slots.starts.length > 0) {
        return slots.first();
      }
      if (slots.nextFrom == null) {
        return slots;
      }
      date = slots.nextFrom;
    }
    return Slots.none(0);
  }

  /// Returns when what is booked at a start ends: with the group meeting that is joined, or after
  /// the event type's length.
  public Instant end(EventType eventType, Instant start) {
    LocalDate date = start.atZone(ZoneOffset.UTC).toLocalDate();
    Slots slots = slots(eventType, date, date, ZoneOffset.UTC);
    int at = Arrays.binarySearch(slots.starts, start.getEpochSecond());
    return at >= 0
        ? Instant.ofEpochSecond(slots.ends[at])
        : eventType.meeting(start).endExclusive();
  }

  /// Returns the times to which a booking can be moved: that of its meeting counts as free, unless
  /// others have a seat in it, who stay. It keeps its length. Its own start is none of them. There
  /// are none once it no longer holds its time, or has ended.
  ///
  /// @param eventType that of the booking, as it is now; to a host as [EventType#withoutNotice] has
  ///   it
  /// @param from the first date, inclusive, in `zone`
  /// @param to the last date, inclusive, in `zone`
  public Slots slotsToMove(
      Booking booking, EventType eventType, LocalDate from, LocalDate to, ZoneId zone) {
    IntervalSet asked = LocalDates.between(from, to, zone);
    Instant now = clock.instant();
    if (asked.isEmpty() || !booking.isOpen(now)) {
      return Slots.none(0);
    }
    return database.consistentRead(
        tx -> {
          UUID meetingId = booking.meetingId();
          boolean alone = tx.mapper(FactsMapper.class).seatsTaken(meetingId) <= 1;
          UUID given = alone ? meetingId : null;
          EventType kept = eventType.lasting(booking.minutes());
          Snapshot snapshot = Facts.snapshot(tx, kept, asked, now, given);
          return slots(snapshot, asked, to.plusDays(1), zone, 0, false).without(booking.start());
        });
  }

  /// Returns everything that speaks against a start; nothing if it can be booked now.
  public List<Reason> reasonsAgainst(EventType eventType, Instant start) {
    Instant now = clock.instant();
    return database.consistentRead(
        tx ->
            Explainer.explain(Facts.snapshot(tx, eventType, at(start), now, null), start)
                .reasons());
  }

  /// Reads the snapshot for what a pending booking asked for, within a transaction that holds the
  /// hosts' rows, as if it were not there.
  ///
  /// @param hosts all who may meet the event type's invitees, as they are now
  public static Snapshot snapshotWithout(
      Transaction tx,
      UUID meetingId,
      EventType eventType,
      List<Host> hosts,
      Candidate candidate,
      Instant now) {
    Interval padded = candidate.padded();
    IntervalSet stretch = IntervalSet.covering(List.of(padded));
    return Facts.snapshot(tx, eventType, hosts, stretch, now, meetingId);
  }

  /// Reads the snapshot for one start, within a transaction that holds the hosts' rows.
  ///
  /// @param hosts all who may meet the event type's invitees, as they are now
  /// @param movedMeetingId a meeting that would give its own time up; null if there is none
  public static Snapshot snapshotOf(
      Transaction tx,
      EventType eventType,
      List<Host> hosts,
      Instant start,
      Instant now,
      @Nullable UUID movedMeetingId) {
    return Facts.snapshot(tx, eventType, hosts, at(start), now, movedMeetingId);
  }

  private static IntervalSet at(Instant start) {
    long second = start.getEpochSecond();
    return IntervalSet.of(second, second + 1);
  }
}
