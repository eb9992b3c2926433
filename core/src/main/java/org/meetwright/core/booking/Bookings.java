package org.meetwright.core.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.BookingMapper.BookingRow;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.database.mybatis.StoredRows;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.eventtype.Location.Giver;
import org.meetwright.core.eventtype.rule.Timing;
import org.meetwright.core.question.StoredAnswers;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.FoldedText;

/// Reads bookings.
public final class Bookings {
  private static final Duration LONGEST_BUFFER = Timing.LONGEST.plusMinutes(1);

  /// Before and after everything that is ever booked.
  private static final Instant BEGINNING = Instant.parse("1900-01-01T00:00:00Z");

  private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

  private final Database database;

  /// Creates the service.
  public Bookings(Database database) {
    this.database = database;
  }

  /// Where a page of a list begins: after this booking.
  public record Position(Instant start, UUID id) {}

  /// A page of a list.
  ///
  /// @param next where the next page begins; null if this is the last one
  public record Page(List<Booking> bookings, @Nullable Position next) {}

  /// Returns a booking; empty if there is none.
  public Optional<Booking> find(UUID id) {
    Optional<Booking> found = database.consistentRead(tx -> Optional.ofNullable(load(tx, id)));
    // Moved after its row was read and before its hosts were: the former meeting is gone with them.
    return found.isPresent() && found.get().hosts().isEmpty()
        ? database.read(tx -> Optional.ofNullable(load(tx, id)))
        : found;
  }

  /// Returns the ids of bookings between two ids, both inclusive: those that begin alike.
  ///
  /// @param limit how many at most, at least 1
  public List<UUID> idsBetween(UUID first, UUID last, int limit) {
    return database.read(tx -> tx.mapper(BookingMapper.class).idsBetween(first, last, limit));
  }

  /// Returns the booking that was made under an idempotency key; empty if none was.
  public Optional<Booking> findByKey(UUID eventTypeId, String key) {
    return database.read(
        tx ->
            Optional.ofNullable(tx.mapper(BookingMapper.class).findByKey(eventTypeId, key))
                .map(row -> load(tx, row.id())));
  }

  /// Returns what was done to a booking, the oldest first.
  public List<HistoryEntry> history(UUID id) {
    return database.read(tx -> tx.mapper(BookingMapper.class).history(id));
  }

  /// Returns a page of bookings by start.
  ///
  /// @param after where it begins; null for the first page
  /// @param limit how many at most, at least 1
  public Page list(BookingFilter filter, @Nullable Position after, int limit) {
    return database.consistentRead(
        tx -> {
          BookingMapper mapper = tx.mapper(BookingMapper.class);
          List<BookingRow> rows = rows(mapper, filter, after, limit + 1);
          Map<UUID, List<MeetingHost>> hosts = new HashMap<>();
          List<Booking> bookings =
              StoredRows.list(
                  rows.subList(0, Math.min(limit, rows.size())),
                  row -> booking(row, hosts.computeIfAbsent(row.meetingId(), mapper::hosts)));
          BookingRow last = rows.size() > limit ? rows.get(limit - 1) : null;
          return new Page(bookings, last == null ? null : new Position(last.startsAt(), last.id()));
        });
  }

  /// Returns the first rows. A host's meetings are looked at in stretches, each four times as long
  /// as the one before, so that a page costs the same whatever comes after it.
  private static List<BookingRow> rows(
      BookingMapper mapper, BookingFilter filter, @Nullable Position after, int limit) {
    Instant first = after != null ? after.start() : filter.from();
    Instant earliest = first == null ? BEGINNING : first.minus(LONGEST_BUFFER);
    Instant until = filter.until() == null ? END : filter.until();
    UUID hostId = filter.hostId();
    if (hostId == null) {
      return rows(mapper, filter, after, earliest, until, limit);
    }
    for (int count = 2 * limit; ; count *= 4) {
      Instant horizon = mapper.horizon(hostId, earliest, count);
      Instant end = horizon == null || horizon.isAfter(until) ? until : horizon;
      List<BookingRow> rows = rows(mapper, filter, after, earliest, end, limit);
      if (end.equals(until) || rows.size() == limit) {
        return rows;
      }
    }
  }

  private static List<BookingRow> rows(
      BookingMapper mapper,
      BookingFilter filter,
      @Nullable Position after,
      Instant earliest,
      Instant until,
      int limit) {
    return mapper.list(
        filter,
        filter.status() == null ? null : filter.status().word(),
        filter.search() == null ? List.of() : FoldedText.patterns(filter.search()),
        earliest,
        until,
        after == null ? null : after.start(),
        after == null ? null : after.id(),
        limit);
  }

  /// Returns a booking within a transaction; null if there is none.
  public static @Nullable Booking load(Transaction tx, UUID id) {
    BookingMapper mapper = tx.mapper(BookingMapper.class);
    BookingRow row = mapper.find(id);
    return row == null ? null : booking(row, mapper.hosts(row.meetingId()));
  }

  /// Returns the booking that a row describes.
  public static Booking booking(BookingRow row, List<MeetingHost> hosts) {
    return StoredRows.read("booking", row.id(), () -> whole(row, hosts));
  }

  /// Returns where a meeting is, as the people in it may know it: a link that is made for it, while
  /// it is confirmed.
  private static @Nullable Location location(BookingRow row) {
    String kindWord = row.locationKind();
    if (kindWord == null) {
      return null;
    }
    Location.LocationKind kind = Location.LocationKind.of(kindWord);
    String value = row.locationValue() == null ? "" : row.locationValue();
    return switch (kind) {
      case GENERATED_LINK -> {
        boolean told =
            row.seat() != null
                && BookingStatus.of(row.status()) == BookingStatus.CONFIRMED
                && !value.contains(Location.RANDOM);
        yield new Location(kind, told ? value : "");
      }
      case PHONE ->
          value.isEmpty()
              ? new Location(kind, row.inviteePlace(), Giver.INVITEE)
              : new Location(kind, value, Giver.HOST);
      case IN_PERSON -> new Location(kind, value.isEmpty() ? row.inviteePlace() : value);
      case LINK, OTHER, CONFERENCE -> new Location(kind, value);
    };
  }

  private static Booking whole(BookingRow row, List<MeetingHost> hosts) {
    return new Booking(
        row.id(),
        row.meetingId(),
        row.eventTypeId(),
        row.eventTypeSlug(),
        row.eventTypeName(),
        hosts,
        row.startsAt(),
        row.endsAt(),
        location(row),
        BookingStatus.of(row.status()),
        new Invitee(
            row.inviteeName(),
            new EmailAddress(row.inviteeEmail()),
            row.inviteeTimeZone(),
            row.inviteeLocale()),
        Arrays.stream(row.guests().split(","))
            .filter(guest -> !guest.isEmpty())
            .map(EmailAddress::new)
            .toList(),
        row.guestsWait(),
        StoredAnswers.answers(row.answers()),
        row.notes(),
        StoredAnswers.metadata(row.metadata()),
        row.noShow(),
        row.endReason(),
        row.version(),
        row.calendarUid(),
        row.calendarSequence(),
        row.createdAt());
  }
}
