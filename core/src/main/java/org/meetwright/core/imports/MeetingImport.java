package org.meetwright.core.imports;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingEvent;
import org.meetwright.core.booking.BookingMapper;
import org.meetwright.core.booking.BookingMapper.MeetingRow;
import org.meetwright.core.booking.BookingMapper.NewBookingRow;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.booking.change.BookingChange;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.booking.change.Consequences;
import org.meetwright.core.booking.change.ToldTime;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.host.HostMapper;
import org.meetwright.core.imports.ImportMapper.TakenRow;
import org.meetwright.core.imports.ImportReport.Item;
import org.meetwright.core.imports.ImportReport.ItemKind;
import org.meetwright.core.imports.ImportReport.Outcome;
import org.meetwright.core.imports.ImportedMeeting.EventIdentity;
import org.meetwright.core.imports.ImportedMeeting.Invited;
import org.meetwright.core.question.Answer;
import org.meetwright.core.question.Question;
import org.meetwright.core.question.StoredAnswers;
import org.meetwright.core.time.Interval;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Ids;
import org.meetwright.core.value.InvalidValueException;

/// Writes imported meetings, within a transaction that holds their hosts' rows. Nobody is booked
/// twice: what overlaps a meeting that is here is left out.
record MeetingImport(Transaction tx, Consequences consequences, Instant now, Known known) {
  /// No meeting takes its host for longer, buffers included.
  private static final Duration LONGEST_PADDED = Duration.ofDays(3);

  private static final int LONGEST_NOTES = 5000;
  private static final String NO_HASH = "imported";

  /// What the meetings refer to. The hosts' rows are held, so that each is read once.
  ///
  /// @param source the word of the service
  /// @param hosts the hosts here by their keys there
  /// @param eventTypes the event types here by their keys there
  /// @param zones the zones of the hosts that were read
  /// @param read the event types that were
  record Known(
      String source,
      Map<String, UUID> hosts,
      Map<String, UUID> eventTypes,
      Map<UUID, ZoneId> zones,
      Map<UUID, EventType> read) {
    Known(String source, Map<String, UUID> hosts, Map<String, UUID> eventTypes) {
      this(source, hosts, eventTypes, new HashMap<>(), new HashMap<>());
    }

    private ZoneId zone(Transaction tx, UUID hostId) {
      return zones.computeIfAbsent(
          hostId, id -> Objects.requireNonNull(tx.mapper(HostMapper.class).find(id)).timeZone());
    }

    private @Nullable EventType eventType(Transaction tx, @Nullable String key) {
      UUID id = key == null ? null : eventTypes.get(key);
      return id == null ? null : read.computeIfAbsent(id, one -> EventTypes.load(tx, one));
    }
  }

  /// The meeting to which bookings belong.
  ///
  /// @param seats those that are taken; more are added
  /// @param eventType null if it is not here
  private record Place(UUID meetingId, List<Integer> seats, @Nullable EventType eventType) {}

  /// Imports those bookings of a meeting that are not here yet.
  List<Item> take(ImportedMeeting meeting) {
    List<Item> items = new ArrayList<>();
    List<Invited> added = new ArrayList<>();
    List<UUID> there = new ArrayList<>();
    for (Invited one : meeting.invited()) {
      UUID id = mapper().find(known.source(), ItemKind.BOOKING.word(), one.key());
      if (id == null) {
        added.add(settled(one, meeting));
      } else {
        there.add(id);
        items.add(item(Outcome.THERE, meeting, one, ""));
      }
    }
    if (!added.isEmpty()) {
      write(meeting, added, there, items);
    }
    return items;
  }

  private ImportMapper mapper() {
    return tx.mapper(ImportMapper.class);
  }

  private static Item item(Outcome outcome, ImportedMeeting meeting, Invited one, String why) {
    String what =
        meeting.time().startInclusive()
            + " "
            + meeting.eventTypeName()
            + ", "
            + one.invitee().email();
    return new Item(ItemKind.BOOKING, outcome, what, why);
  }

  /// A request that nobody answered by its start is over.
  private Invited settled(Invited one, ImportedMeeting meeting) {
    boolean over =
        one.state().status() == BookingStatus.PENDING
            && !meeting.time().startInclusive().isAfter(now);
    return over
        ? new Invited(
            one.key(),
            one.invitee(),
            one.guests(),
            one.answers(),
            one.notes(),
            new ImportedMeeting.State(BookingStatus.DECLINED, false, one.state().reason()),
            one.event(),
            one.bookedAt())
        : one;
  }

  private void write(
      ImportedMeeting meeting, List<Invited> added, List<UUID> there, List<Item> items) {
    List<UUID> hostIds =
        meeting.hostKeys().stream()
            .map(known.hosts()::get)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    if (hostIds.isEmpty()) {
      added.forEach(
          one -> items.add(item(Outcome.LEFT_OUT, meeting, one, "none of its hosts is here")));
      return;
    }
    EventType eventType = known.eventType(tx, meeting.eventTypeKey());
    Optional<UUID> joined = joined(meeting, there);
    Interval taken = meeting.time();
    if (joined.isEmpty() && holdsTime(added)) {
      Optional<Interval> free = free(hostIds, meeting.time(), eventType);
      if (free.isEmpty()) {
        String why = "overlaps " + overlapped(hostIds, meeting.time());
        added.forEach(one -> items.add(item(Outcome.LEFT_OUT, meeting, one, why)));
        return;
      }
      taken = free.get();
    }
    Interval padded = taken;
    UUID meetingId =
        joined.orElseGet(() -> insertMeeting(meeting, added, hostIds, padded, eventType));
    List<Integer> seats = new ArrayList<>(joined.map(bookings()::seats).orElse(List.of()));
    Place place = new Place(meetingId, seats, eventType);
    added.forEach(one -> insert(meeting, one, place));
    joined.ifPresent(id -> mapper().setSeats(id, seats.size()));
    added.forEach(one -> report(meeting, one, eventType, hostIds, items));
  }

  private BookingMapper bookings() {
    return tx.mapper(BookingMapper.class);
  }

  private static boolean holdsTime(List<Invited> invited) {
    return invited.stream().anyMatch(one -> one.state().status().holdsTime());
  }

  /// Returns the meeting that others of it are in already, as long as it is where it was.
  private Optional<UUID> joined(ImportedMeeting meeting, List<UUID> there) {
    return there.stream()
        .map(id -> Bookings.load(tx, id))
        .filter(Objects::nonNull)
        .filter(booking -> booking.status().holdsTime())
        .filter(booking -> booking.start().equals(meeting.time().startInclusive()))
        .map(Booking::meetingId)
        .findFirst();
  }

  /// Returns what a meeting takes of its hosts: with its buffers, or without them where they would
  /// not fit; empty if it overlaps another meeting.
  private Optional<Interval> free(
      List<UUID> hostIds, Interval time, @Nullable EventType eventType) {
    Interval padded =
        eventType == null
            ? time
            : time.padded(eventType.timing().bufferBefore(), eventType.timing().bufferAfter());
    return Stream.of(padded, time)
        .filter(one -> hostIds.stream().allMatch(id -> taken(id, one) == null))
        .findFirst();
  }

  private @Nullable TakenRow taken(UUID hostId, Interval time) {
    return mapper()
        .taken(
            hostId,
            time.startInclusive().minus(LONGEST_PADDED),
            time.startInclusive(),
            time.endExclusive());
  }

  private String overlapped(List<UUID> hostIds, Interval time) {
    return hostIds.stream()
        .map(id -> taken(id, time))
        .filter(Objects::nonNull)
        .findFirst()
        .map(row -> "the meeting " + row.eventTypeName() + " at " + row.startsAt() + " here")
        .orElse("another meeting here");
  }

  private UUID insertMeeting(
      ImportedMeeting meeting,
      List<Invited> added,
      List<UUID> hostIds,
      Interval padded,
      @Nullable EventType eventType) {
    UUID id = Ids.next();
    Location location = meeting.location();
    int holding = (int) added.stream().filter(one -> one.state().status().holdsTime()).count();
    bookings()
        .insertMeeting(
            new MeetingRow(
                id,
                eventType == null ? null : eventType.id(),
                eventType == null ? "imported" : eventType.slug(),
                eventType == null ? meeting.eventTypeName() : eventType.name(),
                location == null ? null : location.kind().word(),
                location == null ? null : location.value(),
                meeting.time().startInclusive(),
                meeting.time().endExclusive(),
                Math.max(Math.max(1, holding), eventType == null ? 1 : eventType.seats()),
                bookedAt(added.getFirst())));
    for (UUID hostId : hostIds) {
      ZoneId zone = known.zone(tx, hostId);
      int offset = ToldTime.offset(zone, meeting.time().startInclusive());
      mapper().insertMeetingHost(id, hostId, padded, holdsTime(added), zone, offset);
    }
    return id;
  }

  private Instant bookedAt(Invited one) {
    Instant at = one.bookedAt();
    return at == null || at.isAfter(now) ? now : at;
  }

  private void insert(ImportedMeeting meeting, Invited one, Place place) {
    UUID id = Ids.next();
    NewBookingRow row = row(id, meeting, one, place);
    bookings().insertBooking(row);
    settle(id, one);
    if (one.state().status().holdsTime()) {
      place.seats().add(row.seat());
    } else {
      bookings().giveUpSeat(id);
    }
    mapper().insert(known.source(), ItemKind.BOOKING.word(), one.key(), id, now);
    Booking booking = Objects.requireNonNull(Bookings.load(tx, id));
    Change change = new Change(Actor.ADMIN, null, null, "");
    consequences.write(
        tx,
        new BookingChange(BookingEvent.IMPORTED, null, booking, place.eventType(), change, now));
  }

  private void settle(UUID id, Invited one) {
    EventIdentity event = one.event();
    int sequence = event == null ? 0 : Math.clamp(event.sequence(), 0, 1_000_000);
    // Most are as new ones are.
    if (one.state().noShow() || !one.state().reason().isEmpty() || sequence > 0) {
      mapper().settle(id, one.state().noShow(), one.state().reason(), sequence);
    }
  }

  private NewBookingRow row(UUID id, ImportedMeeting meeting, Invited one, Place place) {
    Told told = told(one, place.eventType());
    EventIdentity event = one.event();
    return new NewBookingRow(
        id,
        place.meetingId(),
        lowestFree(place.seats()),
        one.state().status().word(),
        one.invitee().name(),
        one.invitee().email().value(),
        one.invitee().email().key(),
        one.invitee().timeZone(),
        ToldTime.offset(one.invitee().timeZone(), meeting.time().startInclusive()),
        one.invitee().locale(),
        one.guests().stream().map(EmailAddress::value).collect(Collectors.joining(",")),
        false,
        StoredAnswers.answersJson(told.answers()),
        told.notes(),
        StoredAnswers.metadataJson(Map.of("importedFrom", known.source())),
        "",
        event == null || !event.canBeKept() ? id + "@meetwright" : event.uid(),
        null,
        null,
        NO_HASH,
        bookedAt(one));
  }

  private static int lowestFree(List<Integer> taken) {
    int seat = 1;
    while (taken.contains(seat)) {
      seat++;
    }
    return seat;
  }

  /// What an invitee has told.
  private record Told(Map<UUID, Answer> answers, String notes) {}

  /// Answers that fit no question here become lines of the notes.
  private static Told told(Invited one, @Nullable EventType eventType) {
    Map<UUID, Answer> answers = new HashMap<>();
    StringBuilder notes = new StringBuilder(one.notes());
    for (ImportedMeeting.Answer answer : one.answers()) {
      if (!answer.texts().isEmpty() && !answered(answer, one, eventType, answers)) {
        notes.append(notes.isEmpty() ? "" : "\n").append(answer.line());
      }
    }
    return new Told(answers, ImportedMeeting.cut(notes.toString(), LONGEST_NOTES));
  }

  private static boolean answered(
      ImportedMeeting.Answer answer,
      Invited one,
      @Nullable EventType eventType,
      Map<UUID, Answer> answers) {
    List<Question> asked = eventType == null ? List.of() : eventType.questions();
    for (Question question : asked) {
      if (question.label().equals(answer.question().strip())) {
        try {
          Answer read = question.readTexts(answer.texts(), one.invitee().timeZone());
          if (read != null) {
            answers.put(question.id(), read);
            return true;
          }
        } catch (InvalidValueException doesNotFit) {
          return false;
        }
      }
    }
    return false;
  }

  private void report(
      ImportedMeeting meeting,
      Invited one,
      @Nullable EventType eventType,
      List<UUID> hostIds,
      List<Item> items) {
    items.add(item(Outcome.CREATED, meeting, one, ""));
    boolean toCome = meeting.time().endExclusive().isAfter(now) && one.state().status().holdsTime();
    if (toCome && eventType == null) {
      items.add(
          item(
              Outcome.DIFFERS,
              meeting,
              one,
              "its event type is not here: nobody is reminded, and it can be cancelled but not"
                  + " moved"));
    }
    if (toCome && hostIds.size() < meeting.hostKeys().size()) {
      items.add(item(Outcome.DIFFERS, meeting, one, "not all of its hosts are here"));
    }
    EventIdentity event = one.event();
    if (toCome && event != null && !event.canBeKept()) {
      items.add(item(Outcome.DIFFERS, meeting, one, "its UID is too long to be kept"));
    }
  }
}
