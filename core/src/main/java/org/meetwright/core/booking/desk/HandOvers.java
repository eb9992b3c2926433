package org.meetwright.core.booking.desk;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.availability.Availability;
import org.meetwright.core.availability.Facts;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingEvent;
import org.meetwright.core.booking.BookingMapper;
import org.meetwright.core.booking.BookingMapper.PaddedRow;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.booking.MeetingHost;
import org.meetwright.core.booking.change.BookingChange;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.booking.change.Consequences;
import org.meetwright.core.booking.change.ToldTime;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.HostMapper;
import org.meetwright.core.slot.Candidate;
import org.meetwright.core.slot.Snapshot;
import org.meetwright.core.slot.explain.Explainer;
import org.meetwright.core.slot.explain.Explainer.Explanation;
import org.meetwright.core.time.Interval;
import org.meetwright.core.value.InvalidValueException;

/// Hands meetings of a round-robin over to other members, whose rows are all held, within a
/// transaction: as a move that keeps the time. All who share the meeting stay in it.
record HandOvers(Consequences consequences) {

  /// Hands a booking's meeting over.
  ///
  /// @param handle the other member's
  /// @throws InvalidValueException (field `host`) if nobody in the team has the handle
  ChangeOutcome handOver(
      Transaction tx, Booking booking, String handle, Change change, Instant now) {
    EventType eventType = inTurn(tx, booking);
    if (eventType == null) {
      return new ChangeOutcome.NotPossible(
          "Only a meeting of a round-robin can be handed over; cancel it, or move it.");
    }
    List<Host> members = Facts.hosts(tx, eventType.id());
    Host to = member(members, handle);
    if (booking.isWith(to.id())) {
      return new ChangeOutcome.Changed(booking);
    }
    ChangeOutcome refusal = refusal(booking, now);
    if (refusal != null) {
      return refusal;
    }
    PaddedRow padded = tx.mapper(BookingMapper.class).padded(booking.meetingId());
    Explanation explanation = explain(tx, eventType, members, to, booking, padded, now);
    if (!explanation.reasons().isEmpty()) {
      return explanation.taken()
          ? new ChangeOutcome.SlotTaken()
          : new ChangeOutcome.NotOffered(explanation.reasons());
    }
    return move(tx, eventType, booking, to, padded, change, now);
  }

  private static @Nullable EventType inTurn(Transaction tx, Booking booking) {
    UUID id = booking.eventTypeId();
    EventType eventType = id == null ? null : EventTypes.load(tx, id);
    return eventType != null && eventType.assignment() instanceof Assignment.RoundRobin
        ? eventType
        : null;
  }

  private static Host member(List<Host> members, String handle) {
    return members.stream()
        .filter(member -> member.handle().value().equals(handle))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidValueException(
                    "host",
                    "must be a member of the team ("
                        + members.stream()
                            .map(member -> member.handle().value())
                            .collect(Collectors.joining(", "))
                        + "), not "
                        + InvalidValueException.shown(handle)));
  }

  private static @Nullable ChangeOutcome refusal(Booking booking, Instant now) {
    if (!booking.status().holdsTime()) {
      return new ChangeOutcome.NotPossible(
          "The booking is " + booking.status().word() + "; there is nothing to hand over.");
    }
    return now.isBefore(booking.start())
        ? null
        : new ChangeOutcome.NotPossible("The meeting has begun; it can't be handed over.");
  }

  private static Explanation explain(
      Transaction tx,
      EventType eventType,
      List<Host> members,
      Host to,
      Booking booking,
      PaddedRow padded,
      Instant now) {
    Candidate candidate =
        Candidate.handedOver(
            new Interval(booking.start(), booking.end()),
            new Interval(padded.paddedFrom(), padded.paddedUntil()));
    Snapshot snapshot =
        Availability.snapshotWithout(
            tx, booking.meetingId(), eventType.lasting(booking.minutes()), members, candidate, now);
    return Explainer.explain(snapshot, Set.of(to.id()), candidate);
  }

  private ChangeOutcome move(
      Transaction tx,
      EventType eventType,
      Booking booking,
      Host to,
      PaddedRow padded,
      Change change,
      Instant now) {
    BookingMapper mapper = tx.mapper(BookingMapper.class);
    List<Booking> before =
        mapper.bookingsWithSeat(booking.meetingId()).stream().map(id -> loaded(tx, id)).toList();
    for (MeetingHost host : booking.hosts()) {
      mapper.removeMeetingHost(booking.meetingId(), host.id());
      tx.mapper(HostMapper.class).raiseRevision(host.id());
    }
    mapper.insertMeetingHost(
        booking.meetingId(),
        to.id(),
        padded.paddedFrom(),
        padded.paddedUntil(),
        to.timeZone(),
        ToldTime.offset(to.timeZone(), booking.start()));
    for (Booking each : before) {
      mapper.handOver(each.id());
      BookingChange done =
          new BookingChange(
              BookingEvent.RESCHEDULED, each, loaded(tx, each.id()), eventType, change, now);
      consequences.write(tx, done);
    }
    return new ChangeOutcome.Changed(loaded(tx, booking.id()));
  }

  private static Booking loaded(Transaction tx, UUID id) {
    Booking booking = Bookings.load(tx, id);
    if (booking == null) {
      throw new IllegalStateException("Booking vanished while its hosts were locked: " + id);
    }
    return booking;
  }
}
