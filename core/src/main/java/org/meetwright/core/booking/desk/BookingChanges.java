package org.meetwright.core.booking.desk;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.availability.Availability;
import org.meetwright.core.availability.Facts;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingEvent;
import org.meetwright.core.booking.BookingMapper;
import org.meetwright.core.booking.BookingMapper.PaddedRow;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.booking.MeetingHost;
import org.meetwright.core.booking.change.BookingChange;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.booking.change.Consequences;
import org.meetwright.core.booking.change.ToldTime;
import org.meetwright.core.booking.place.MeetingPlaces;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.eventtype.rule.ChangePolicy;
import org.meetwright.core.host.HostMapper;
import org.meetwright.core.slot.Candidate;
import org.meetwright.core.slot.Snapshot;
import org.meetwright.core.slot.explain.Explainer;
import org.meetwright.core.slot.explain.Explainer.Explanation;
import org.meetwright.core.time.Interval;
import org.meetwright.core.value.InvalidValueException;

/// Changes bookings whose hosts are locked, within a transaction.
record BookingChanges(Consequences consequences) {
  ChangeOutcome cancel(Transaction tx, Booking booking, Change change, Instant now) {
    if (booking.status() == BookingStatus.CANCELLED) {
      return new ChangeOutcome.Changed(booking);
    }
    if (booking.status() == BookingStatus.DECLINED) {
      return new ChangeOutcome.NotPossible("The request was declined; nothing is booked.");
    }
    EventType eventType = eventType(tx, booking);
    ChangePolicy policy =
        eventType == null ? ChangePolicy.FREE : eventType.policies().cancellation();
    ChangeOutcome refusal = refusedBy(policy, "cancelled", booking, change, now);
    return refusal == null
        ? end(tx, booking, BookingStatus.CANCELLED, BookingEvent.CANCELLED, change, now)
        : refusal;
  }

  ChangeOutcome decline(Transaction tx, Booking booking, Change change, Instant now) {
    return switch (booking.status()) {
      case DECLINED -> new ChangeOutcome.Changed(booking);
      case PENDING -> end(tx, booking, BookingStatus.DECLINED, BookingEvent.DECLINED, change, now);
      case CONFIRMED ->
          new ChangeOutcome.NotPossible("The booking is confirmed; cancel it instead.");
      case CANCELLED -> new ChangeOutcome.NotPossible("The booking is cancelled already.");
    };
  }

  ChangeOutcome endUnanswered(
      Transaction tx, Booking booking, UnansweredRequest request, Change change, Instant now) {
    boolean waits =
        booking.status() == BookingStatus.PENDING
            && booking.calendarSequence() == request.sequence()
            && !now.isBefore(booking.start());
    return waits
        ? end(tx, booking, BookingStatus.DECLINED, BookingEvent.DECLINED, change, now)
        : new ChangeOutcome.Changed(booking);
  }

  private ChangeOutcome end(
      Transaction tx,
      Booking booking,
      BookingStatus status,
      BookingEvent event,
      Change change,
      Instant now) {
    tx.mapper(BookingMapper.class).end(booking.id(), status.word(), change.reason());
    Placement.leave(tx, booking);
    return changed(tx, event, booking, change, now);
  }

  ChangeOutcome reschedule(
      Transaction tx, Booking booking, Instant start, Change change, Instant now) {
    if (!booking.status().holdsTime()) {
      return new ChangeOutcome.NotPossible(
          "The booking is " + booking.status().word() + "; book a new time instead.");
    }
    if (booking.start().equals(start)) {
      return new ChangeOutcome.Changed(booking);
    }
    EventType eventType = eventType(tx, booking);
    if (eventType == null) {
      return new ChangeOutcome.NotPossible(
          "This kind of meeting is no longer offered; cancel the booking and book another.");
    }
    ChangeOutcome refusal =
        refusedBy(eventType.policies().reschedule(), "moved", booking, change, now);
    if (refusal != null) {
      return refusal;
    }
    ChangeOutcome tooMany = InviteeMoves.refusal(tx, booking, change, now);
    if (tooMany != null) {
      return tooMany;
    }
    EventType kept = eventType.lasting(booking.minutes());
    Placement.Asked asked =
        new Placement.Asked(
            change.actor() == Actor.INVITEE ? kept : kept.withoutNotice(),
            start,
            Set.of(),
            booking);
    return switch (Placement.find(tx, asked, Facts.hosts(tx, eventType.id()), now)) {
      case Placement.Refused(var explanation) -> refused(explanation);
      case Placement.Placed found -> move(tx, booking, found, change, now);
    };
  }

  private ChangeOutcome move(
      Transaction tx, Booking booking, Placement.Placed found, Change change, Instant now) {
    BookingMapper mapper = tx.mapper(BookingMapper.class);
    boolean alone = Placement.isAlone(tx, booking);
    Location location = MeetingPlaces.moved(tx, booking, found.eventType(), alone);
    mapper.giveUpSeat(booking.id());
    Placement.leave(tx, booking);
    Placement.Seat seat = found.take(tx, booking.createdAt(), location);
    boolean asks =
        found.eventType().policies().requiresApproval() && change.actor() == Actor.INVITEE;
    BookingStatus status = asks ? BookingStatus.PENDING : booking.status();
    mapper.move(
        booking.id(),
        seat.meetingId(),
        seat.number(),
        status.word(),
        ToldTime.offset(booking.invitee().timeZone(), found.start()));
    mapper.deleteUnusedMeeting(booking.meetingId());
    MeetingPlaces.makeLink(tx, load(tx, booking));
    booking.hosts().forEach(host -> tx.mapper(HostMapper.class).raiseRevision(host.id()));
    return changed(tx, BookingEvent.RESCHEDULED, booking, change, now);
  }

  ChangeOutcome confirm(Transaction tx, Booking booking, Change change, Instant now) {
    return switch (booking.status()) {
      case CONFIRMED -> inviteGuests(tx, booking, change, now);
      case PENDING -> {
        EventType eventType = eventType(tx, booking);
        ChangeOutcome refusal =
            eventType == null ? ended(booking, now) : whyNot(tx, eventType, booking, now);
        yield refusal == null ? confirmed(tx, booking, change, now) : refusal;
      }
      case CANCELLED, DECLINED ->
          new ChangeOutcome.NotPossible(
              "The request was " + booking.status().word() + "; it can't be confirmed.");
    };
  }

  /// Notifies the guests who have waited; if there are none, the answer is the booking as it is.
  ChangeOutcome inviteGuests(Transaction tx, Booking booking, Change change, Instant now) {
    if (!booking.guestsWait()) {
      return new ChangeOutcome.Changed(booking);
    }
    ChangeOutcome ended = ended(booking, now);
    if (ended != null) {
      return ended;
    }
    if (booking.status() != BookingStatus.CONFIRMED) {
      return new ChangeOutcome.NotPossible(
          "The booking is " + booking.status().word() + "; nobody is invited to it.");
    }
    tx.mapper(BookingMapper.class).inviteGuests(booking.id());
    return changed(tx, BookingEvent.GUESTS_INVITED, booking, change, now);
  }

  private ChangeOutcome confirmed(Transaction tx, Booking booking, Change change, Instant now) {
    tx.mapper(BookingMapper.class).confirm(booking.id());
    MeetingPlaces.makeLink(tx, load(tx, booking));
    return changed(tx, BookingEvent.CONFIRMED, booking, change, now);
  }

  /// Returns why a pending booking can't be confirmed; null if it can.
  private static @Nullable ChangeOutcome whyNot(
      Transaction tx, EventType eventType, Booking booking, Instant now) {
    PaddedRow padded = tx.mapper(BookingMapper.class).padded(booking.meetingId());
    Candidate asked =
        Candidate.confirming(
            new Interval(booking.start(), booking.end()),
            new Interval(padded.paddedFrom(), padded.paddedUntil()));
    Snapshot snapshot =
        Availability.snapshotWithout(
            tx,
            booking.meetingId(),
            eventType.lasting(booking.minutes()),
            Facts.hosts(tx, eventType.id()),
            asked,
            now);
    List<UUID> hosts = booking.hosts().stream().map(MeetingHost::id).toList();
    if (snapshot.hosts().stream().noneMatch(host -> hosts.contains(host.hostId()))) {
      return new ChangeOutcome.NotPossible(
          "Its host has left the team; decline the request and ask for another time.");
    }
    Explanation explanation = Explainer.explain(snapshot, hosts, asked);
    return explanation.reasons().isEmpty() ? null : refused(explanation);
  }

  ChangeOutcome noShow(Transaction tx, Booking booking, Change change, Instant now) {
    if (booking.status() != BookingStatus.CONFIRMED || now.isBefore(booking.start())) {
      return new ChangeOutcome.NotPossible(
          "Only a confirmed meeting that has begun can be a no-show.");
    }
    if (booking.noShow()) {
      return new ChangeOutcome.Changed(booking);
    }
    tx.mapper(BookingMapper.class).noShow(booking.id());
    return changed(tx, BookingEvent.NO_SHOW, booking, change, now);
  }

  private ChangeOutcome changed(
      Transaction tx, BookingEvent event, Booking before, Change change, Instant now) {
    Booking changed = load(tx, before);
    EventType eventType = eventType(tx, before);
    consequences.write(tx, new BookingChange(event, before, changed, eventType, change, now));
    return new ChangeOutcome.Changed(changed);
  }

  private static Booking load(Transaction tx, Booking booking) {
    Booking loaded = Bookings.load(tx, booking.id());
    if (loaded == null) {
      throw new IllegalStateException(
          "Booking vanished while its host was locked: " + booking.id());
    }
    return loaded;
  }

  private static @Nullable EventType eventType(Transaction tx, Booking booking) {
    UUID eventTypeId = booking.eventTypeId();
    return eventTypeId == null ? null : EventTypes.load(tx, eventTypeId);
  }

  private static ChangeOutcome refused(Explanation explanation) {
    return explanation.taken()
        ? new ChangeOutcome.SlotTaken()
        : new ChangeOutcome.NotOffered(explanation.reasons());
  }

  /// Returns why a booking can't be cancelled or moved any more; null if it can.
  ///
  /// @throws InvalidValueException if there is no reason where one is required
  private static @Nullable ChangeOutcome refusedBy(
      ChangePolicy policy, String what, Booking booking, Change change, Instant now) {
    ChangeOutcome ended = ended(booking, now);
    if (ended != null || change.actor() != Actor.INVITEE) {
      return ended;
    }
    Instant until = policy.until(booking.start(), booking.end());
    if (!now.isBefore(until)) {
      return new ChangeOutcome.NotPossible(
          "It could be " + what + " until " + until + "; write to the host.");
    }
    if (policy.reasonRequired() && change.reason().isEmpty()) {
      throw new InvalidValueException("reason", "must say why it is " + what);
    }
    return null;
  }

  private static @Nullable ChangeOutcome ended(Booking booking, Instant now) {
    return now.isBefore(booking.end())
        ? null
        : new ChangeOutcome.NotPossible("The meeting has ended.");
  }
}
