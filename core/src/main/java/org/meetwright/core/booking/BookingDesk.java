package org.meetwright.core.booking;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.availability.Availability;
import org.meetwright.core.availability.Explainer;
import org.meetwright.core.availability.Explainer.Explanation;
import org.meetwright.core.availability.Facts;
import org.meetwright.core.availability.Reason;
import org.meetwright.core.availability.Reason.Code;
import org.meetwright.core.availability.Snapshot;
import org.meetwright.core.booking.BookingNotice.Event;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.host.HostMapper;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.outbox.Outbox;
import org.meetwright.core.value.InvalidValueException;

/// Books, moves and ends meetings. Each call is one transaction: it locks the hosts' rows, reads
/// the facts again, asks the engine, and writes everything, what is to be sent included. When it
/// returns, the outcome is on disk.
public final class BookingDesk {
  private final DefendedTransactions transactions;
  private final Consequences consequences;
  private final NewBookings newBookings;
  private final InstantSource clock;

  /// Creates the desk.
  public BookingDesk(Database database, Outbox outbox, InstantSource clock) {
    this.transactions = new DefendedTransactions(database);
    this.consequences = new Consequences(outbox);
    this.newBookings = new NewBookings(consequences);
    this.clock = clock;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /// Books a time.
  ///
  /// @throws InvalidValueException (field `answers.` and the question's id) if an answer is
  ///   missing, does not fit, or belongs to no question
  public BookOutcome book(BookRequest request, Actor actor) {
    return transactions.run(
        tx -> newBookings.book(tx, request, actor, now()), BookOutcome.SlotTaken::new);
  }

  /// Cancels a booking. Cancelling it again changes nothing.
  public ChangeOutcome cancel(UUID bookingId, Change change) {
    return change(
        bookingId,
        change,
        (tx, booking) -> {
          if (booking.status() == BookingStatus.CANCELLED) {
            return new ChangeOutcome.Changed(booking);
          }
          if (booking.status() == BookingStatus.DECLINED) {
            return new ChangeOutcome.NotPossible("The request was declined; nothing is booked.");
          }
          return ended(booking)
              .orElseGet(() -> end(tx, booking, BookingStatus.CANCELLED, Event.CANCELLED, change));
        });
  }

  /// Says no to a pending booking and frees its time. Declining it again changes nothing.
  public ChangeOutcome decline(UUID bookingId, Change change) {
    return change(
        bookingId,
        change,
        (tx, booking) ->
            switch (booking.status()) {
              case DECLINED -> new ChangeOutcome.Changed(booking);
              case PENDING -> end(tx, booking, BookingStatus.DECLINED, Event.DECLINED, change);
              case CONFIRMED ->
                  new ChangeOutcome.NotPossible("The booking is confirmed; cancel it instead.");
              case CANCELLED -> new ChangeOutcome.NotPossible("The booking is cancelled already.");
            });
  }

  private ChangeOutcome end(
      Transaction tx, Booking booking, BookingStatus status, Event event, Change change) {
    tx.mapper(BookingMapper.class).end(booking.id(), status.word(), change.reason());
    Placement.leave(tx, booking);
    return new ChangeOutcome.Changed(
        consequences.write(
            tx, booking.id(), event, status.word(), change.reason(), null, change, now()));
  }

  /// Moves a booking to another start. Its id and calendar UID stay. Moving it to where it is
  /// changes nothing.
  public ChangeOutcome reschedule(UUID bookingId, Instant start, Change change) {
    return change(
        bookingId,
        change,
        (tx, booking) -> {
          if (!booking.status().holdsTime()) {
            return new ChangeOutcome.NotPossible(
                "The booking is " + booking.status().word() + "; book a new time instead.");
          }
          if (booking.start().equals(start)) {
            return new ChangeOutcome.Changed(booking);
          }
          return ended(booking).orElseGet(() -> move(tx, booking, start, change));
        });
  }

  private ChangeOutcome move(Transaction tx, Booking booking, Instant start, Change change) {
    EventType eventType = eventType(tx, booking);
    if (eventType == null) {
      return new ChangeOutcome.NotPossible(
          "This kind of meeting is no longer offered; cancel the booking and book another.");
    }
    Instant now = now();
    return switch (Placement.find(tx, eventType, start, now, booking)) {
      case Placement.Refused(var explanation) -> refused(explanation);
      case Placement.Found found ->
          new ChangeOutcome.Changed(move(tx, booking, found, change, now));
    };
  }

  private Booking move(
      Transaction tx, Booking booking, Placement.Found found, Change change, Instant now) {
    BookingMapper mapper = tx.mapper(BookingMapper.class);
    mapper.giveUpSeat(booking.id());
    Placement.leave(tx, booking);
    Placement.Seat seat = found.take(tx, now);
    mapper.move(booking.id(), seat.meetingId(), seat.number());
    mapper.deleteUnusedMeeting(booking.meetingId());
    booking.hosts().forEach(host -> tx.mapper(HostMapper.class).raiseRevision(host.id()));
    String detail = "from " + booking.start() + " to " + found.start();
    return consequences.write(
        tx, booking.id(), Event.RESCHEDULED, "rescheduled", detail, booking.start(), change, now);
  }

  /// Says yes to a pending booking. It is checked like a booking, but for the minimum notice, which
  /// protects the host who says yes. Confirming it again changes nothing.
  public ChangeOutcome confirm(UUID bookingId, Change change) {
    return change(
        bookingId,
        change,
        (tx, booking) ->
            switch (booking.status()) {
              case CONFIRMED -> new ChangeOutcome.Changed(booking);
              case PENDING -> confirm(tx, booking, change);
              case CANCELLED, DECLINED ->
                  new ChangeOutcome.NotPossible(
                      "The request was " + booking.status().word() + "; it can't be confirmed.");
            });
  }

  private ChangeOutcome confirm(Transaction tx, Booking booking, Change change) {
    EventType eventType = eventType(tx, booking);
    Instant now = now();
    ChangeOutcome refusal =
        eventType == null
            ? ended(booking).orElse(null)
            : whyNotConfirmed(tx, eventType, booking, now);
    if (refusal != null) {
      return refusal;
    }
    tx.mapper(BookingMapper.class).confirm(booking.id());
    return new ChangeOutcome.Changed(
        consequences.write(tx, booking.id(), Event.CONFIRMED, "confirmed", "", null, change, now));
  }

  /// Notes that the invitee did not come.
  public ChangeOutcome noShow(UUID bookingId, Change change) {
    return change(
        bookingId,
        change,
        (tx, booking) -> {
          Instant now = now();
          if (booking.status() != BookingStatus.CONFIRMED || now.isBefore(booking.start())) {
            return new ChangeOutcome.NotPossible(
                "Only a confirmed meeting that has begun can be a no-show.");
          }
          if (booking.noShow()) {
            return new ChangeOutcome.Changed(booking);
          }
          tx.mapper(BookingMapper.class).noShow(booking.id());
          return new ChangeOutcome.Changed(
              consequences.write(
                  tx, booking.id(), null, "no_show", change.reason(), null, change, now));
        });
  }

  private static @Nullable EventType eventType(Transaction tx, Booking booking) {
    UUID eventTypeId = booking.eventTypeId();
    return eventTypeId == null ? null : EventTypes.load(tx, eventTypeId);
  }

  /// Returns why a pending booking can't be confirmed; null if it can.
  private static @Nullable ChangeOutcome whyNotConfirmed(
      Transaction tx, EventType eventType, Booking booking, Instant now) {
    Snapshot snapshot =
        Availability.snapshotOf(tx, eventType, booking.start(), now, booking.meetingId());
    List<UUID> hosts = booking.hosts().stream().map(MeetingHost::id).toList();
    if (snapshot.hosts().stream().noneMatch(host -> hosts.contains(host.hostId()))) {
      return new ChangeOutcome.NotPossible(
          "Its host has left the team; decline the request and ask for another time.");
    }
    Explanation all = Explainer.explain(snapshot, hosts, booking.start());
    List<Reason> reasons =
        all.reasons().stream().filter(reason -> reason.code() != Code.MINIMUM_NOTICE).toList();
    return reasons.isEmpty() ? null : refused(new Explanation(reasons, all.taken()));
  }

  private static ChangeOutcome refused(Explanation explanation) {
    return explanation.taken()
        ? new ChangeOutcome.SlotTaken()
        : new ChangeOutcome.NotOffered(explanation.reasons());
  }

  private Optional<ChangeOutcome> ended(Booking booking) {
    return now().isBefore(booking.end())
        ? Optional.empty()
        : Optional.of(new ChangeOutcome.NotPossible("The meeting has ended."));
  }

  /// Runs a change on a booking whose hosts are locked, if it is the caller's and of his version.
  private ChangeOutcome change(
      UUID bookingId, Change change, BiFunction<Transaction, Booking, ChangeOutcome> work) {
    return transactions.run(
        tx -> change(tx, bookingId, change, work), ChangeOutcome.SlotTaken::new);
  }

  private ChangeOutcome change(
      Transaction tx,
      UUID bookingId,
      Change change,
      BiFunction<Transaction, Booking, ChangeOutcome> work) {
    Booking unlocked = Bookings.load(tx, bookingId);
    if (unlocked == null || (change.hostId() != null && !unlocked.isWith(change.hostId()))) {
      return new ChangeOutcome.NotFound();
    }
    Hosts.lock(tx, () -> hostsOf(tx, bookingId));
    Booking booking = Bookings.load(tx, bookingId);
    if (booking == null) {
      return new ChangeOutcome.NotFound();
    }
    Integer version = change.version();
    if (version != null && version != booking.version()) {
      return new ChangeOutcome.VersionConflict(booking.version());
    }
    return work.apply(tx, booking);
  }

  /// Returns who meets the invitee, and who could.
  private static Set<UUID> hostsOf(Transaction tx, UUID bookingId) {
    Booking booking = Bookings.load(tx, bookingId);
    if (booking == null) {
      return Set.of();
    }
    Set<UUID> hosts = new HashSet<>(booking.hosts().stream().map(MeetingHost::id).toList());
    UUID eventTypeId = booking.eventTypeId();
    if (eventTypeId != null) {
      hosts.addAll(Facts.hostIds(tx, eventTypeId));
    }
    return hosts;
  }
}
