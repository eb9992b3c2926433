package org.meetwright.core.booking.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.availability.Availability;
import org.meetwright.core.availability.Facts;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingMapper;
import org.meetwright.core.booking.BookingMapper.MeetingRow;
import org.meetwright.core.booking.change.ToldTime;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.host.Host;
import org.meetwright.core.slot.MeetingTime;
import org.meetwright.core.slot.Reason;
import org.meetwright.core.slot.Reason.Code;
import org.meetwright.core.slot.Snapshot;
import org.meetwright.core.slot.explain.Explainer;
import org.meetwright.core.slot.explain.Explainer.Explanation;
import org.meetwright.core.slot.explain.Explainer.Option;
import org.meetwright.core.time.Interval;
import org.meetwright.core.value.Ids;

/// Where a booking goes: to which hosts, and into which meeting. Works on locked host rows.
sealed interface Placement {
  /// How far back meetings count for whose turn it is.
  Duration ROTATION = Duration.ofDays(90);

  /// The start cannot be had.
  record Refused(Explanation explanation) implements Placement {}

  /// What is asked for.
  ///
  /// @param eventType with the length that is asked for
  /// @param waived the rules that do not hold
  /// @param moved the booking that would give its own time up; null if there is none
  record Asked(EventType eventType, Instant start, Set<Code> waived, @Nullable Booking moved) {}

  /// The start can be had in this way.
  ///
  /// @param hosts those of the option, in the order of their ids
  /// @param waived the reasons against it that do not hold
  record Placed(
      EventType eventType, Instant start, Option option, List<Host> hosts, List<Reason> waived)
      implements Placement {

    /// Takes a seat in the group meeting that is joined, or makes a meeting.
    ///
    /// @param bookedAt when the booking was made; moving it later is no booking
    /// @param location where a new meeting is; null if invitees learn it some other way
    Seat take(Transaction tx, Instant bookedAt, @Nullable Location location) {
      BookingMapper mapper = tx.mapper(BookingMapper.class);
      MeetingTime joined = option.joined();
      if (joined != null) {
        UUID meetingId = joined.meetingId();
        return new Seat(meetingId, lowestFree(mapper.seats(meetingId)), null);
      }
      UUID meetingId = Ids.next();
      Interval padded = eventType.padded(start);
      MeetingRow made =
          new MeetingRow(
              meetingId,
              eventType.id(),
              eventType.slug(),
              eventType.name(),
              location == null ? null : location.kind().word(),
              location == null ? null : location.value(),
              start,
              eventType.meeting(start).endExclusive(),
              eventType.seats(),
              bookedAt);
      mapper.insertMeeting(made);
      for (Host host : hosts) {
        mapper.insertMeetingHost(
            meetingId,
            host.id(),
            padded.startInclusive(),
            padded.endExclusive(),
            host.timeZone(),
            ToldTime.offset(host.timeZone(), start));
      }
      return new Seat(meetingId, 1, made);
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
  /// @param made the meeting, if it is a new one; null if it was there before
  record Seat(UUID meetingId, int number, @Nullable MeetingRow made) {}

  /// Finds the hosts for a start.
  ///
  /// @param all who may meet the event type's invitees; their rows are held
  static Placement find(Transaction tx, Asked asked, List<Host> all, Instant now) {
    EventType eventType = asked.eventType();
    Instant start = asked.start();
    Booking moved = asked.moved();
    UUID given = moved == null || !isAlone(tx, moved) ? null : moved.meetingId();
    Snapshot snapshot = Availability.snapshotOf(tx, eventType, all, start, now, given);
    List<Option> options = Explainer.options(snapshot, start, asked.waived());
    if (options.isEmpty()) {
      return new Refused(Explainer.explain(snapshot, start, asked.waived()));
    }
    Option option = choose(tx, eventType, options, now, moved);
    List<Reason> waived =
        asked.waived().isEmpty()
            ? List.of()
            : Explainer.explain(snapshot, option, eventType, start).reasons();
    List<Host> hosts = all.stream().filter(host -> option.hostIds().contains(host.id())).toList();
    return new Placed(eventType, start, option, hosts, waived);
  }

  /// Returns whether nobody else has a seat in a booking's meeting.
  static boolean isAlone(Transaction tx, Booking booking) {
    return tx.mapper(BookingMapper.class).seats(booking.meetingId()).size() <= 1;
  }

  /// Chooses among the members of a round-robin who are free: who moves a meeting keeps its host; a
  /// group fills up before another member begins one; else it is whose turn it is.
  private static Option choose(
      Transaction tx,
      EventType eventType,
      List<Option> options,
      Instant now,
      @Nullable Booking moved) {
    List<Option> kept =
        options.stream()
            .filter(option -> moved != null && option.hostIds().stream().anyMatch(moved::isWith))
            .toList();
    List<Option> best = fillingUp(kept.isEmpty() ? options : kept);
    if (best.size() == 1 || !(eventType.assignment() instanceof Assignment.RoundRobin inTurn)) {
      return best.getFirst();
    }
    List<UUID> free = best.stream().map(option -> option.hostIds().getFirst()).toList();
    UUID next = Facts.next(tx, eventType.id(), inTurn.teamId(), free, now.minus(ROTATION));
    return best.get(free.indexOf(next));
  }

  /// Returns the ways that join the fullest meeting; all if there is none to join.
  private static List<Option> fillingUp(List<Option> options) {
    Optional<MeetingTime> fullest =
        options.stream()
            .map(Option::joined)
            .filter(Objects::nonNull)
            .min(MeetingTime.FULLEST_FIRST);
    return fullest
        .map(
            meeting ->
                options.stream()
                    .filter(option -> option.joined() != null)
                    .filter(
                        option -> MeetingTime.FULLEST_FIRST.compare(option.joined(), meeting) == 0)
                    .toList())
        .orElse(options);
  }

  /// Frees the hosts of a booking's meeting if nobody has a seat in it any more.
  static void leave(Transaction tx, Booking booking) {
    BookingMapper mapper = tx.mapper(BookingMapper.class);
    if (mapper.seats(booking.meetingId()).isEmpty()) {
      mapper.releaseMeetingHosts(booking.meetingId());
      mapper.forgetLink(booking.meetingId());
    }
  }
}
