package org.meetwright.core.booking.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.availability.Availability;
import org.meetwright.core.availability.Explainer;
import org.meetwright.core.availability.Explainer.Explanation;
import org.meetwright.core.availability.Facts;
import org.meetwright.core.availability.HostFacts;
import org.meetwright.core.availability.Snapshot;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingMapper;
import org.meetwright.core.booking.BookingMapper.MeetingRow;
import org.meetwright.core.database.Ids;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.host.Host;

/// Where a booking goes: to which hosts, and into which meeting. Works on locked host rows.
sealed interface Placement {
  /// How far back meetings count for whose turn it is.
  Duration ROTATION = Duration.ofDays(90);

  /// The start cannot be had.
  record Refused(Explanation explanation) implements Placement {}

  /// The start can be had with these hosts.
  record Found(EventType eventType, Instant start, List<UUID> hostIds) implements Placement {

    /// Joins the group meeting that begins then while it has a seat, or makes a meeting.
    Seat take(Transaction tx, Instant now) {
      BookingMapper mapper = tx.mapper(BookingMapper.class);
      UUID joined =
          eventType.seats() == 1
              ? null
              : mapper.meetingAt(eventType.id(), hostIds.getFirst(), start);
      if (joined != null) {
        return new Seat(joined, lowestFree(mapper.seats(joined)), true);
      }
      UUID meetingId = Ids.next();
      Location location = eventType.location();
      Instant end = start.plusSeconds(eventType.durationMinutes() * 60L);
      mapper.insertMeeting(
          new MeetingRow(
              meetingId,
              eventType.id(),
              eventType.slug(),
              eventType.name(),
              location == null ? null : location.kind().word(),
              location == null ? null : location.value(),
              start,
              end,
              now));
      for (UUID hostId : hostIds) {
        mapper.insertMeetingHost(
            meetingId,
            hostId,
            start.minusSeconds(eventType.bufferBeforeMinutes() * 60L),
            end.plusSeconds(eventType.bufferAfterMinutes() * 60L));
      }
      return new Seat(meetingId, 1, false);
    }

    private static int lowestFree(List<Integer> taken) {
      int seat = 1;
      while (taken.contains(seat)) {
        seat++;
      }
      return seat;
    }
  }

  /// A seat in a meeting.
  ///
  /// @param number from 1
  /// @param joined whether the meeting was there before
  record Seat(UUID meetingId, int number, boolean joined) {}

  /// Finds the hosts for a start.
  ///
  /// @param all who may meet the event type's invitees; their rows are held
  /// @param moved the booking that would give its own time up; null if there is none
  static Placement find(
      Transaction tx,
      EventType eventType,
      List<Host> all,
      Instant start,
      Instant now,
      @Nullable Booking moved) {
    UUID given = moved == null || !isAlone(tx, moved) ? null : moved.meetingId();
    Snapshot snapshot = Availability.snapshotOf(tx, eventType, all, start, now, given);
    Explanation explanation = Explainer.explain(snapshot, start);
    if (!explanation.reasons().isEmpty()) {
      return new Refused(explanation);
    }
    return new Found(eventType, start, hosts(tx, snapshot, start, now, moved));
  }

  private static boolean isAlone(Transaction tx, Booking booking) {
    return tx.mapper(BookingMapper.class).seats(booking.meetingId()).size() <= 1;
  }

  private static List<UUID> hosts(
      Transaction tx, Snapshot snapshot, Instant start, Instant now, @Nullable Booking moved) {
    EventType eventType = snapshot.eventType();
    if (!(eventType.assignment() instanceof Assignment.RoundRobin inTurn)) {
      return snapshot.hosts().stream().map(HostFacts::hostId).toList();
    }
    List<UUID> free =
        snapshot.hosts().stream()
            .filter(host -> Explainer.isFree(snapshot, host, start))
            .map(HostFacts::hostId)
            .toList();
    BookingMapper mapper = tx.mapper(BookingMapper.class);
    for (UUID host : free) {
      // A group fills up before another member begins one; who moves a meeting keeps its host.
      if ((eventType.seats() > 1 && mapper.meetingAt(eventType.id(), host, start) != null)
          || (moved != null && moved.isWith(host))) {
        return List.of(host);
      }
    }
    return List.of(Facts.next(tx, eventType.id(), inTurn.teamId(), free, now.minus(ROTATION)));
  }

  /// Frees the hosts of a booking's meeting if nobody has a seat in it any more.
  static void leave(Transaction tx, Booking booking) {
    BookingMapper mapper = tx.mapper(BookingMapper.class);
    if (mapper.seats(booking.meetingId()).isEmpty()) {
      mapper.releaseMeetingHosts(booking.meetingId());
    }
  }
}
