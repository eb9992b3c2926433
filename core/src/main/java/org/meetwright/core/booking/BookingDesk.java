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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.availability.Availability;
import org.meetwright.core.availability.Explainer;
import org.meetwright.core.availability.Explainer.Explanation;
import org.meetwright.core.availability.Facts;
import org.meetwright.core.availability.Reason;
import org.meetwright.core.availability.Reason.Code;
import org.meetwright.core.availability.Snapshot;
import org.meetwright.core.booking.BookingMapper.BookingRow;
import org.meetwright.core.booking.BookingMapper.NewBookingRow;
import org.meetwright.core.booking.BookingNotice.Event;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Ids;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.eventtype.Question;
import org.meetwright.core.host.HostMapper;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.outbox.Outbox;
import org.meetwright.core.value.InvalidValueException;

/// Books, moves and ends meetings. Each call is one transaction: it locks the hosts' rows, reads
/// the facts again, asks the engine, and writes everything, what is to be sent included. When it
/// returns, the outcome is on disk.
public final class BookingDesk {
  private final Database database;
  private final Outbox outbox;
  private final InstantSource clock;

  /// Creates the desk.
  public BookingDesk(Database database, Outbox outbox, InstantSource clock) {
    this.database = database;
    this.outbox = outbox;
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
    return defended(
        () -> database.inTransaction(tx -> book(tx, request, actor)), BookOutcome.SlotTaken::new);
  }

  private BookOutcome book(Transaction tx, BookRequest request, Actor actor) {
    EventType unlocked = EventTypes.load(tx, request.eventTypeId());
    if (unlocked == null) {
      return new BookOutcome.UnknownEventType();
    }
    Hosts.lock(tx, () -> Facts.hostIds(tx, unlocked.id()));
    BookOutcome before = earlier(tx, request);
    if (before != null) {
      return before;
    }
    EventType eventType = EventTypes.load(tx, request.eventTypeId());
    if (eventType == null) {
      return new BookOutcome.UnknownEventType();
    }
    checkAnswers(eventType, request);
    Instant now = now();
    return switch (Placement.find(tx, eventType, request.start(), now, null)) {
      case Placement.Refused(var explanation) ->
          explanation.taken()
              ? new BookOutcome.SlotTaken()
              : new BookOutcome.NotOffered(explanation.reasons());
      case Placement.Found found ->
          new BookOutcome.Booked(write(tx, eventType, request, found, actor, now));
    };
  }

  /// Returns what the same request was answered before; null if it is new.
  private static @Nullable BookOutcome earlier(Transaction tx, BookRequest request) {
    BookingMapper mapper = tx.mapper(BookingMapper.class);
    String key = request.idempotencyKey();
    String hash = request.contentHash();
    if (key != null) {
      BookingRow same = mapper.findByKey(key);
      if (same == null) {
        return null;
      }
      return same.requestHash().equals(hash)
          ? new BookOutcome.Repeated(withHosts(mapper, same), true)
          : new BookOutcome.KeyReused();
    }
    BookingRow same =
        mapper.findSame(request.eventTypeId(), request.start(), request.invitee().email().key());
    return same == null
        ? null
        : new BookOutcome.Repeated(withHosts(mapper, same), same.requestHash().equals(hash));
  }

  private static Booking withHosts(BookingMapper mapper, BookingRow row) {
    return Bookings.booking(row, mapper.hosts(row.meetingId()));
  }

  private static void checkAnswers(EventType eventType, BookRequest request) {
    Set<UUID> unknown = new HashSet<>(request.answers().keySet());
    try {
      for (Question question : eventType.questions()) {
        question.check(request.answers().get(question.id()));
        unknown.remove(question.id());
      }
    } catch (InvalidValueException wrong) {
      throw wrong.inside("answers");
    }
    if (!unknown.isEmpty()) {
      throw new InvalidValueException(
          "answers", "must name questions of the event type, not " + unknown.iterator().next());
    }
  }

  private Booking write(
      Transaction tx,
      EventType eventType,
      BookRequest request,
      Placement.Found found,
      Actor actor,
      Instant now) {
    Placement.Seat seat = found.take(tx, now);
    UUID bookingId = Ids.next();
    BookingStatus status =
        eventType.requiresApproval() ? BookingStatus.PENDING : BookingStatus.CONFIRMED;
    Invitee invitee = request.invitee();
    tx.mapper(BookingMapper.class)
        .insertBooking(
            new NewBookingRow(
                bookingId,
                seat.meetingId(),
                seat.number(),
                status.word(),
                invitee.name(),
                invitee.email().value(),
                invitee.email().key(),
                invitee.timeZone(),
                invitee.locale(),
                Bookings.guests(request.guests()),
                Bookings.answers(request.answers()),
                request.notes(),
                bookingId + "@meetwright",
                request.idempotencyKey(),
                request.contentHash(),
                now));
    boolean asks = eventType.requiresApproval();
    Change change = new Change(actor, null, null, "");
    return finish(
        tx,
        bookingId,
        asks ? Event.REQUESTED : Event.BOOKED,
        asks ? "requested" : "booked",
        "for " + request.start(),
        null,
        change,
        now);
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
        finish(tx, booking.id(), event, status.word(), change.reason(), null, change, now()));
  }

  /// Moves a booking to another start. Its id and calendar UID stay. Moving it to where it is
  /// changes nothing.
  public ChangeOutcome reschedule(UUID bookingId, Instant start, Change change) {
    return defended(
        () ->
            change(
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
                }),
        ChangeOutcome.SlotTaken::new);
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
    return finish(
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
        finish(tx, booking.id(), Event.CONFIRMED, "confirmed", "", null, change, now));
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
              finish(tx, booking.id(), null, "no_show", change.reason(), null, change, now));
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
    return database.inTransaction(
        tx -> {
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
        });
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

  /// Writes what follows from every change: history, messages, the hosts' revisions.
  ///
  /// @param event what invitee and hosts are told; null for nothing
  private Booking finish(
      Transaction tx,
      UUID bookingId,
      @Nullable Event event,
      String action,
      String detail,
      @Nullable Instant previousStart,
      Change change,
      Instant now) {
    tx.mapper(BookingMapper.class)
        .insertHistory(
            new HistoryEntry(Ids.next(), bookingId, now, change.actor().word(), action, detail));
    Booking booking = Bookings.load(tx, bookingId);
    if (booking == null) {
      throw new IllegalStateException("Booking vanished while its host was locked: " + bookingId);
    }
    for (MeetingHost host : booking.hosts()) {
      tx.mapper(HostMapper.class).raiseRevision(host.id());
    }
    if (event != null) {
      BookingNotice.write(tx, outbox, event, booking, previousStart, change, now, now);
      EventType eventType = eventType(tx, booking);
      if (eventType != null && booking.status() == BookingStatus.CONFIRMED) {
        BookingNotice.writeReminders(tx, outbox, eventType.reminderMinutes(), booking, now);
      }
    }
    return booking;
  }

  /// Runs work that the database may refuse by a constraint, its last defence. The work is run once
  /// more then: it now sees what it collided with and can say so.
  private static <T> T defended(Supplier<T> work, Supplier<T> refused) {
    for (int tries = 1; tries <= 2; tries++) {
      try {
        return work.get();
      } catch (RuntimeException failed) {
        if (!Database.refusedByConstraint(failed)) {
          throw failed;
        }
      }
    }
    return refused.get();
  }
}
