package org.meetwright.core.booking.desk;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.availability.Facts;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingEvent;
import org.meetwright.core.booking.BookingMapper;
import org.meetwright.core.booking.BookingMapper.BookingRow;
import org.meetwright.core.booking.BookingMapper.MeetingRow;
import org.meetwright.core.booking.BookingMapper.NewBookingRow;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.booking.Invitee;
import org.meetwright.core.booking.MeetingHost;
import org.meetwright.core.booking.change.BookingChange;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.bookinglink.BookingLinks;
import org.meetwright.core.bookinglink.LinkAdmission;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.question.Question;
import org.meetwright.core.question.StoredAnswers;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Ids;
import org.meetwright.core.value.InvalidValueException;
import tools.jackson.databind.JsonNode;

/// Makes bookings, within a transaction.
record NewBookings(Consequences consequences) {
  /// Books a time, or says why not.
  BookOutcome book(Transaction tx, BookRequest request, Actor actor, Instant now) {
    List<Host> hosts = Hosts.lock(tx, () -> Facts.hostIds(tx, request.eventTypeId()));
    return switch (look(tx, request, hosts, actor, now)) {
      case Finding.Answered(var outcome) -> outcome;
      case Finding.Free(var eventType, var found) -> {
        String link = request.link();
        if (link != null && !BookingLinks.use(tx, link, eventType.id(), now)) {
          yield new BookOutcome.LinkNotValid();
        }
        yield new BookOutcome.Booked(write(tx, eventType, request, found, hosts, actor, now));
      }
    };
  }

  /// Returns what an invitee's wish would be answered instead of being booked now; null if it would
  /// be booked. Holds nothing.
  static @Nullable BookOutcome obstacle(Transaction tx, BookRequest request, Instant now) {
    List<Host> hosts = Facts.hosts(tx, request.eventTypeId());
    return look(tx, request, hosts, Actor.INVITEE, now) instanceof Finding.Answered(var outcome)
        ? outcome
        : null;
  }

  /// The result of checking a request to book.
  private sealed interface Finding {
    /// It is not booked.
    record Answered(BookOutcome outcome) implements Finding {}

    /// It can be booked.
    record Free(EventType eventType, Placement.Found found) implements Finding {}
  }

  private static Finding look(
      Transaction tx, BookRequest request, List<Host> hosts, Actor actor, Instant now) {
    BookOutcome before = earlier(tx, request);
    if (before != null) {
      return new Finding.Answered(before);
    }
    EventType eventType = EventTypes.load(tx, request.eventTypeId());
    if (eventType == null) {
      return new Finding.Answered(new BookOutcome.UnknownEventType());
    }
    String link = request.link();
    boolean alreadyIn = link == null && actor != Actor.INVITEE;
    if (!alreadyIn && BookingLinks.admission(tx, link, eventType, now) != LinkAdmission.ADMITTED) {
      return new Finding.Answered(new BookOutcome.LinkNotValid());
    }
    answers(eventType, request);
    checkGuests(eventType, request);
    return switch (Placement.find(tx, eventType, hosts, request.start(), now, null)) {
      case Placement.Refused(var explanation) ->
          new Finding.Answered(
              explanation.taken()
                  ? new BookOutcome.SlotTaken()
                  : new BookOutcome.NotOffered(explanation.reasons()));
      case Placement.Found found ->
          hasBooked(tx, request)
              ? new Finding.Answered(new BookOutcome.SlotTaken())
              : new Finding.Free(eventType, found);
    };
  }

  /// Returns whether the invitee has booked the same already; with an idempotency key he may once
  /// more. It is looked up last: else the answer to a wish that cannot be booked would tell it.
  private static boolean hasBooked(Transaction tx, BookRequest request) {
    return request.idempotencyKey() == null && same(tx, request) != null;
  }

  /// Returns the booking that an invitee has of what he wishes; null if there is none.
  static @Nullable Booking same(Transaction tx, BookRequest request) {
    BookingMapper mapper = tx.mapper(BookingMapper.class);
    BookingRow same =
        mapper.findSame(request.eventTypeId(), request.start(), request.invitee().email().key());
    return same == null ? null : withHosts(mapper, same);
  }

  /// Returns what the same request was answered before; null if it is new or has no idempotency
  /// key.
  static @Nullable BookOutcome earlier(Transaction tx, BookRequest request) {
    String key = request.idempotencyKey();
    if (key == null) {
      return null;
    }
    BookingMapper mapper = tx.mapper(BookingMapper.class);
    BookingRow same = mapper.findByKey(request.eventTypeId(), key);
    if (same == null) {
      return null;
    }
    return same.requestHash().equals(request.contentHash())
        ? new BookOutcome.Repeated(withHosts(mapper, same))
        : new BookOutcome.KeyReused();
  }

  private static Booking withHosts(BookingMapper mapper, BookingRow row) {
    return Bookings.booking(row, mapper.hosts(row.meetingId()));
  }

  /// Reads the answers; refuses those to what is not asked.
  private static Map<UUID, JsonNode> answers(EventType eventType, BookRequest request) {
    Map<UUID, JsonNode> given = new HashMap<>(request.answers());
    Map<UUID, JsonNode> read = new HashMap<>();
    try {
      for (Question question : eventType.questions()) {
        JsonNode answer = question.read(given.remove(question.id()), request.invitee().timeZone());
        if (answer != null) {
          read.put(question.id(), answer);
        }
      }
    } catch (InvalidValueException wrong) {
      throw wrong.inside("answers");
    }
    if (!given.isEmpty()) {
      throw new InvalidValueException(
          "answers",
          "must name questions of the event type, not " + given.keySet().iterator().next());
    }
    return read;
  }

  private static void checkGuests(EventType eventType, BookRequest request) {
    if (!eventType.policies().guests().allowed() && !request.guests().isEmpty()) {
      throw new InvalidValueException(
          "guests", "must be left out: a meeting of this kind takes no guests");
    }
  }

  /// Returns whether guests wait until the invitee has confirmed his address, or the host has
  /// approved.
  private static boolean guestsWait(EventType eventType, BookRequest request, Actor actor) {
    int guests = request.guests().size();
    boolean unconfirmed = actor == Actor.INVITEE && !eventType.policies().confirmEmail();
    return eventType.policies().requiresApproval()
        ? guests > 0
        : unconfirmed && guests > eventType.policies().guests().atOnce();
  }

  private Booking write(
      Transaction tx,
      EventType eventType,
      BookRequest request,
      Placement.Found found,
      List<Host> hosts,
      Actor actor,
      Instant now) {
    Placement.Seat seat = found.take(tx, now);
    BookingMapper mapper = tx.mapper(BookingMapper.class);
    List<Host> chosen =
        hosts.stream().filter(host -> found.option().hostIds().contains(host.id())).toList();
    BookRequest wish = request.without(chosen.stream().map(Host::email).toList());
    NewBookingRow row =
        row(eventType, wish, seat, request.contentHash(), guestsWait(eventType, wish, actor), now);
    mapper.insertBooking(row);
    MeetingRow made = seat.made();
    Booking booking =
        made == null
            ? joined(tx, row)
            : Bookings.booking(row.in(made), chosen.stream().map(MeetingHost::of).toList());
    BookingEvent event =
        eventType.policies().requiresApproval() ? BookingEvent.REQUESTED : BookingEvent.BOOKED;
    Change change = new Change(actor, null, null, "");
    consequences.write(tx, new BookingChange(event, null, booking, eventType, change, now));
    return booking;
  }

  private static NewBookingRow row(
      EventType eventType,
      BookRequest request,
      Placement.Seat seat,
      String hash,
      boolean guestsWait,
      Instant now) {
    UUID bookingId = Ids.next();
    BookingStatus status =
        eventType.policies().requiresApproval() ? BookingStatus.PENDING : BookingStatus.CONFIRMED;
    Invitee invitee = request.invitee();
    return new NewBookingRow(
        bookingId,
        seat.meetingId(),
        seat.number(),
        status.word(),
        invitee.name(),
        invitee.email().value(),
        invitee.email().key(),
        invitee.timeZone(),
        invitee.locale(),
        request.guests().stream().map(EmailAddress::value).collect(Collectors.joining(",")),
        guestsWait,
        StoredAnswers.json(answers(eventType, request)),
        request.notes(),
        StoredAnswers.json(request.metadata()),
        bookingId + "@meetwright",
        request.idempotencyKey() == null ? null : eventType.id(),
        request.idempotencyKey(),
        hash,
        now);
  }

  /// Returns the booking of a meeting that was there before, which keeps what it was made with.
  private static Booking joined(Transaction tx, NewBookingRow row) {
    Booking booking = Bookings.load(tx, row.id());
    if (booking == null) {
      throw new IllegalStateException("Not written: " + row.id());
    }
    return booking;
  }
}
