package org.meetwright.core.availability;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.availability.Snapshot.MeetingTime;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.eventtype.BookingWindow;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.HostMapper;
import org.meetwright.core.schedule.Schedule;
import org.meetwright.core.schedule.Schedules;
import org.meetwright.core.time.Interval;
import org.meetwright.core.time.IntervalSet;
import org.meetwright.core.time.LocalDates;

/// Answers which times of an event type can be booked, from what the database holds now.
public final class Availability {
  /// A meeting and both of its buffers at their longest.
  private static final Duration LONGEST_PADDED = Duration.ofMinutes(3L * EventType.LONGEST_MINUTES);

  private final Database database;
  private final InstantSource clock;

  /// Creates the service.
  public Availability(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// The times that can be booked.
  ///
  /// @param starts their starts in epoch seconds, ascending
  /// @param nextFrom the date after the last one asked for; null if nothing can be booked from
  ///   there on, whatever is cancelled
  @SuppressWarnings("ArrayRecordComponent") // No object a slot.
  public record Slots(long[] starts, @Nullable LocalDate nextFrom) {}

  /// Returns the times that can be booked on local dates.
  ///
  /// @param from the first date, inclusive, in `zone`
  /// @param to the last date, inclusive, in `zone`
  public Slots slots(EventType eventType, LocalDate from, LocalDate to, ZoneId zone) {
    Instant now = clock.instant();
    IntervalSet asked = LocalDates.between(from, to, zone);
    if (asked.isEmpty()) {
      return new Slots(new long[0], null);
    }
    return database.read(
        tx -> {
          Snapshot snapshot = snapshot(tx, eventType, asked, now, null);
          return new Slots(
              SlotFinder.starts(snapshot, asked),
              pastWindow(snapshot, to.plusDays(1), zone) ? null : to.plusDays(1));
        });
  }

  /// Returns whether the booking window ends before a local date begins.
  private static boolean pastWindow(Snapshot snapshot, LocalDate date, ZoneId zone) {
    ZoneId scheduleZone = snapshot.schedule().timeZone();
    return switch (snapshot.eventType().bookingWindow()) {
      case BookingWindow.Rolling rolling -> {
        LocalDate today = snapshot.now().atZone(scheduleZone).toLocalDate();
        yield endsBefore(today.plusDays(rolling.days()), scheduleZone, date, zone);
      }
      case BookingWindow.Dates dates -> endsBefore(dates.to(), scheduleZone, date, zone);
      case BookingWindow.Unlimited unlimited -> false;
    };
  }

  private static boolean endsBefore(
      LocalDate last, ZoneId lastZone, LocalDate date, ZoneId dateZone) {
    return !last.plusDays(1).atStartOfDay(lastZone).isAfter(date.atStartOfDay(dateZone));
  }

  /// Returns everything that speaks against a start; nothing if it can be booked now.
  public List<Reason> reasonsAgainst(EventType eventType, Instant start) {
    Instant now = clock.instant();
    return database.read(tx -> reasonsAgainst(tx, eventType, start, now, null));
  }

  /// Returns everything that speaks against a start, within a transaction that holds the host's
  /// row.
  ///
  /// @param movedMeetingId a meeting that would give its own time up; null if there is none
  public static List<Reason> reasonsAgainst(
      Transaction tx,
      EventType eventType,
      Instant start,
      Instant now,
      @Nullable UUID movedMeetingId) {
    long second = start.getEpochSecond();
    IntervalSet asked = IntervalSet.of(second, second + 1);
    return SlotFinder.reasonsAgainst(snapshot(tx, eventType, asked, now, movedMeetingId), start);
  }

  private static Snapshot snapshot(
      Transaction tx,
      EventType eventType,
      IntervalSet asked,
      Instant now,
      @Nullable UUID movedMeetingId) {
    Host host = tx.mapper(HostMapper.class).find(eventType.hostId());
    Schedule schedule = Schedules.load(tx, eventType.hostId(), eventType.scheduleId());
    if (host == null || schedule == null) {
      throw new IllegalStateException("Event type without host or schedule: " + eventType.id());
    }
    Interval reach = SlotFinder.reach(asked, eventType, schedule.timeZone());
    List<MeetingTime> meetings =
        tx
            .mapper(MeetingTimeMapper.class)
            .between(
                host.id(),
                reach.startInclusive().minus(LONGEST_PADDED),
                reach.startInclusive(),
                reach.endExclusive())
            .stream()
            .filter(meeting -> !meeting.meetingId().equals(movedMeetingId))
            .toList();
    return new Snapshot(now, eventType, host.active(), schedule, meetings);
  }
}
