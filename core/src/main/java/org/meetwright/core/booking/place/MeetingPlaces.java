package org.meetwright.core.booking.place;

import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingMapper;
import org.meetwright.core.booking.BookingMapper.PlaceRow;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.Location;

/// The places of meetings, within a transaction that holds their hosts' rows.
public final class MeetingPlaces {
  /// With 36 characters each, 124 bits.
  private static final int RANDOM_CHARACTERS = 24;

  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  private MeetingPlaces() {}

  /// Makes the link of a meeting from its pattern, if it has one that is not made yet.
  ///
  /// @return whether it was made now
  public static boolean makeLink(Transaction tx, Booking booking) {
    return booking.status() == BookingStatus.CONFIRMED
        && makeLink(tx.mapper(BookingMapper.class), booking);
  }

  private static boolean makeLink(BookingMapper mapper, Booking booking) {
    Location place = location(mapper.place(booking.meetingId()));
    if (place == null
        || place.kind() != Location.LocationKind.GENERATED_LINK
        || !place.value().contains(Location.RANDOM)) {
      return false;
    }
    mapper.setPlace(booking.meetingId(), place.made(random()).value());
    return true;
  }

  private static String random() {
    return RANDOM
        .ints(RANDOM_CHARACTERS, 0, ALPHABET.length())
        .mapToObj(at -> String.valueOf(ALPHABET.charAt(at)))
        .collect(Collectors.joining());
  }

  /// Returns where a booking's meeting is when it is moved: where it was, as long as the event type
  /// offers that. A link moves with the meeting, and stays with those who stay.
  ///
  /// @param alone whether the booking's seat is the only one taken
  public static @Nullable Location moved(
      Transaction tx, Booking booking, EventType eventType, boolean alone) {
    Location before = location(tx.mapper(BookingMapper.class).place(booking.meetingId()));
    if (before == null) {
      return other(eventType, null);
    }
    List<Location> offered = eventType.attendance().locations();
    if (before.kind() == Location.LocationKind.GENERATED_LINK) {
      return offered.stream()
          .filter(location -> location.kind() == Location.LocationKind.GENERATED_LINK)
          .findFirst()
          .map(pattern -> alone ? before : pattern)
          .orElseGet(() -> other(eventType, before));
    }
    return offered.contains(before) ? before : other(eventType, before);
  }

  /// Returns the first place that asks nothing of the invitee.
  private static @Nullable Location other(EventType eventType, @Nullable Location otherwise) {
    return eventType.attendance().locations().stream()
        .filter(location -> !location.isGivenByInvitee())
        .findFirst()
        .orElse(otherwise);
  }

  /// @param row null if all of it is
  private static @Nullable Location location(@Nullable PlaceRow row) {
    String kind = row == null ? null : row.locationKind();
    String value = row == null ? null : row.locationValue();
    return kind == null
        ? null
        : new Location(Location.LocationKind.of(kind), value == null ? "" : value);
  }
}
