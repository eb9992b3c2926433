package org.meetwright.core.booking.desk;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.meetwright.core.booking.change.Consequences;
import org.meetwright.core.booking.change.ToldTime;
import org.meetwright.core.booking.place.ChosenPlace;
import org.meetwright.core.booking.place.MeetingPlaces;
import org.meetwright.core.bookinglink.BookingLinks;
import org.meetwright.core.bookinglink.LinkAdmission;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.question.Answer;
import org.meetwright.core.question.Question;
import org.meetwright.core.question.StoredAnswers;
import org.meetwright.core.slot.Candidate;
import org.meetwright.core.slot.Reason;
import org.meetwright.core.slot.Reason.Code;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Ids;
import org.meetwright.core.value.InvalidValueException;

/// Makes bookings, within a transaction.
record NewBookings(Consequences consequences) {
  /// The one who books.
  ///
  /// @param hostId the host who books over his rules; null otherwise
  record Booker(Actor actor, @Nullable UUID hostId) {
    static Booker of(Actor actor) {
      return new Booker(actor, null);
    }

    private Set<Code> waived() {
      return hostId == null ? Set.of() : Candidate.WAIVED_BY_HOST;
    }

    /// Only hosts of an event type may book over its rules.
    private boolean mayBook(EventType eventType, List<Host> hosts) {
      return hostId == null
          || eventType.hostId().equals(hostId)
          || hosts.stream().anyMatch(host -> host.id().equals(hostId));
    }

    /// A host who books over his rules has approved.
    private boolean hasToAsk(EventType eventType) {
      return hostId == null && eventType.policies().requiresApproval();
    }
  }

  /// Books a time, or says why not.
  BookOutcome book(Transaction tx, BookRequest request, Booker booker, Instant now) {
    List<Host> hosts = Hosts.lock(tx, () -> Facts.hostIds(tx, request.eventTypeId()));
    return switch (look(tx, request, hosts, booker, now)) {
      case Finding.Answered(var outcome) -> outcome;
      case Finding.Free(var found) -> {
        String link = request.link();
        if (link != null && !BookingLinks.use(tx, link, request.eventTypeId(), now)) {
          yield new BookOutcome.LinkNotValid();
        }
        yield new BookOutcome.Booked(write(tx, request, found, booker, now));
      }
    };
  }

  /// Returns what an invitee's wish would be answered instead of being booked now; null if it would
  /// be booked. Holds nothing.
  static @Nullable BookOutcome obstacle(Transaction tx, BookRequest request, Instant now) {
    List<Host> hosts = Facts.hosts(tx, request.eventTypeId());
    return look(tx, request, hosts, Booker.of(Actor.INVITEE), now)
            instanceof Finding.Answered(var outcome)
        ? outcome
        : null;
  }

  /// The result of checking a request to book.
  private sealed interface Finding {
    /// It is not booked.
    record Answered(BookOutcome outcome) implements Finding {}

    /// It can be booked.
    record Free(Placement.Placed found) implements Finding {}
  }

  private static Finding look(
      Transaction tx, BookRequest request, List<Host> hosts, Booker booker, Instant now) {
    BookOutcome before = earlier(tx, request);
    if (before != null) {
      return new Finding.Answered(before);
    }
    EventType known = EventTypes.load(tx, request.eventTypeId());
    if (known == null || !booker.mayBook(known, hosts)) {
      return new Finding.Answered(new BookOutcome.UnknownEventType());
    }
    Integer asked = request.choice().durationMinutes();
    EventType eventType = known.lasting(known.timing().offered("durationMinutes", asked));
    String link = request.link();
    boolean alreadyIn = link == null && booker.actor() != Actor.INVITEE;
    if (!alreadyIn && BookingLinks.admission(tx, link, eventType, now) != LinkAdmission.ADMITTED) {
      return new Finding.Answered(new BookOutcome.LinkNotValid());
    }
    answers(eventType, request);
    checkGuests(eventType, request);
    place(eventType, request);
    Placement.Asked wished = new Placement.Asked(eventType, request.start(), booker.waived(), null);
    return switch (Placement.find(tx, wished, hosts, now)) {
      case Placement.Refused(var explanation) ->
          new Finding.Answered(
              explanation.taken()
                  ? new BookOutcome.SlotTaken()
                  : new BookOutcome.NotOffered(explanation.reasons()));
      case Placement.Placed found -> judged(tx, request, found, booker, now);
    };
  }

  /// Looks at what the invitee has booked before.
  private static Finding judged(
      Transaction tx, BookRequest request, Placement.Placed found, Booker booker, Instant now) {
    if (hasBooked(tx, request)) {
      return new Finding.Answered(new BookOutcome.SlotTaken());
    }
    Integer most = found.eventType().bounds().maxActivePerInvitee();
    return most == null || booker.hostId() != null || active(tx, request, now) < most
        ? new Finding.Free(found)
        : new Finding.Answered(new BookOutcome.NotOffered(List.of(tooMany(most))));
  }

  private static int active(Transaction tx, BookRequest request, Instant now) {
    return tx.mapper(BookingMapper.class)
        .activeOf(request.eventTypeId(), request.invitee().email().key(), now);
  }

  private static Reason tooMany(int most) {
    return new Reason(
        Code.LIMIT,
        "The invitee already has " + most + " of these meetings to come.",
        Map.of("limit", Map.of("rule", "maxActivePerInvitee", "most", most)));
  }

  private static ChosenPlace place(EventType eventType, BookRequest request) {
    return ChosenPlace.of(
        eventType.attendance().locations(), request.choice().place(), request.invitee().timeZone());
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
  private static Map<UUID, Answer> answers(EventType eventType, BookRequest request) {
    Map<UUID, Answer> given = new HashMap<>(request.answers());
    Map<UUID, Answer> read = new HashMap<>();
    try {
      for (Question question : eventType.questions()) {
        Answer answer = question.read(given.remove(question.id()), request.invitee().timeZone());
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
  private static boolean guestsWait(EventType eventType, BookRequest request, Booker booker) {
    int guests = request.guests().size();
    boolean unconfirmed = booker.actor() == Actor.INVITEE && !eventType.policies().confirmEmail();
    return booker.hasToAsk(eventType)
        ? guests > 0
        : unconfirmed && guests > eventType.policies().guests().atOnce();
  }

  private Booking write(
      Transaction tx, BookRequest request, Placement.Placed found, Booker booker, Instant now) {
    EventType eventType = found.eventType();
    ChosenPlace place = place(eventType, request);
    Placement.Seat seat = found.take(tx, now, place.location());
    List<Host> chosen = found.hosts();
    BookRequest wish = request.without(chosen.stream().map(Host::email).toList());
    NewBookingRow row = row(eventType, wish, seat, request.contentHash(), booker, now);
    tx.mapper(BookingMapper.class).insertBooking(row);
    MeetingRow made = seat.made();
    Booking written =
        made == null
            ? joined(tx, row)
            : Bookings.booking(row.in(made), chosen.stream().map(MeetingHost::of).toList());
    Booking booking =
        eventType.makesLinks() && MeetingPlaces.makeLink(tx, written) ? joined(tx, row) : written;
    BookingEvent event = booker.hasToAsk(eventType) ? BookingEvent.REQUESTED : BookingEvent.BOOKED;
    Change change = new Change(booker.actor(), booker.hostId(), null, "");
    consequences.write(
        tx, new BookingChange(event, null, booking, eventType, change, now, waived(found, booker)));
    return booking;
  }

  /// Returns the codes of the rules that did not hold.
  private static List<String> waived(Placement.Placed found, Booker booker) {
    return booker.hostId() == null
        ? List.of()
        : found.waived().stream().map(reason -> reason.code().word()).distinct().toList();
  }

  private static NewBookingRow row(
      EventType eventType,
      BookRequest request,
      Placement.Seat seat,
      String hash,
      Booker booker,
      Instant now) {
    UUID bookingId = Ids.next();
    BookingStatus status =
        booker.hasToAsk(eventType) ? BookingStatus.PENDING : BookingStatus.CONFIRMED;
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
        ToldTime.offset(invitee.timeZone(), request.start()),
        invitee.locale(),
        request.guests().stream().map(EmailAddress::value).collect(Collectors.joining(",")),
        guestsWait(eventType, request, booker),
        StoredAnswers.answersJson(answers(eventType, request)),
        request.notes(),
        StoredAnswers.metadataJson(request.metadata()),
        place(eventType, request).given(),
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
