package org.meetwright.core.calendar.meeting;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Secrets;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingMapper;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.booking.MeetingHost;
import org.meetwright.core.calendar.meeting.MeetingEventMapper.MeetingRow;
import org.meetwright.core.calendar.remote.OwnEvent;
import org.meetwright.core.database.Transaction;

/// A meeting that should stand in the calendar of one of its hosts.
///
/// @param bookings those that have a seat in it, at least one, the earliest first
/// @param isGroup whether more than one can have
record MeetingToWrite(UUID meetingId, MeetingHost host, List<Booking> bookings, boolean isGroup) {
  private static final String SUFFIX = "@meetwright";
  private static final int LONGEST_LINE = 1000;
  private static final int LONGEST_TEXT = 20_000;

  /// Creates it.
  MeetingToWrite {
    bookings = List.copyOf(bookings);
  }

  /// Returns what should stand in a host's calendar; null if nothing should.
  static @Nullable MeetingToWrite load(Transaction tx, UUID meetingId, UUID hostId) {
    MeetingRow meeting = tx.mapper(MeetingEventMapper.class).meeting(meetingId, hostId);
    if (meeting == null || !meeting.active()) {
      return null;
    }
    List<Booking> bookings =
        tx.mapper(BookingMapper.class).bookingsWithSeat(meetingId).stream()
            .map(id -> Bookings.load(tx, id))
            .filter(Objects::nonNull)
            .toList();
    return bookings.isEmpty()
        ? null
        : bookings.getFirst().hosts().stream()
            .filter(host -> host.id().equals(hostId))
            .findFirst()
            .map(host -> new MeetingToWrite(meetingId, host, bookings, meeting.seats() > 1))
            .orElse(null);
  }

  Instant start() {
    return bookings.getFirst().start();
  }

  Instant end() {
    return bookings.getFirst().end();
  }

  /// Returns its UID: that of the invitation. Those who share a meeting have one each, so their
  /// host's event has its own.
  String uid() {
    return isGroup ? meetingId + SUFFIX : bookings.getFirst().calendarUid();
  }

  /// Returns the event of it.
  OwnEvent event(MeetingEvent row, MeetingText text, Instant now) {
    MeetingText.Worded worded = text.of(host, bookings, isGroup);
    var place = bookings.getFirst().location();
    return new OwnEvent(
        meetingId,
        row.fullUid(),
        row.sequence() + 1,
        start(),
        end(),
        host.timeZone(),
        line(worded.title()),
        cut(worded.description(), LONGEST_TEXT),
        place == null ? "" : line(place.value()),
        bookings.stream().allMatch(one -> one.status() == BookingStatus.PENDING),
        now.truncatedTo(ChronoUnit.SECONDS));
  }

  /// Returns what tells whether two events say the same.
  static String fingerprint(OwnEvent event) {
    return Secrets.hash(
        String.join(
            "\n",
            event.uid(),
            event.start().toString(),
            event.end().toString(),
            event.zone().getId(),
            event.title(),
            event.location(),
            String.valueOf(event.tentative()),
            event.description()));
  }

  private static String line(String text) {
    return cut(text.replaceAll("\\s+", " ").strip(), LONGEST_LINE);
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end);
  }
}
