package org.meetwright.core.booking.localtime;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.meetwright.core.booking.change.ToldTime;
import org.meetwright.core.booking.localtime.LocalTimeMapper.BookingTime;
import org.meetwright.core.booking.localtime.LocalTimeMapper.HostTime;
import org.meetwright.core.booking.localtime.MovedBooking.HostTold;
import org.meetwright.core.database.Transaction;

/// What people were told of some meetings, as the database has it.
///
/// @param bookings those that hold a seat
/// @param hosts by meeting
record MeetingTimes(List<BookingTime> bookings, Map<UUID, List<HostTime>> hosts) {

  /// Reads the meetings from one to another, both inclusive, that begin after an instant.
  static MeetingTimes of(Transaction tx, UUID first, UUID last, Instant now) {
    LocalTimeMapper mapper = tx.mapper(LocalTimeMapper.class);
    return new MeetingTimes(
        mapper.bookings(first, last, now),
        mapper.hosts(first, last, now).stream()
            .collect(Collectors.groupingBy(HostTime::meetingId)));
  }

  /// Returns the meetings of which something is not recorded.
  boolean isComplete() {
    return bookings.stream().allMatch(booking -> booking.toldOffset() != null)
        && hosts.values().stream()
            .flatMap(List::stream)
            .allMatch(host -> host.toldOffset() != null && host.toldZone() != null);
  }

  /// Records what is not recorded yet, as if it had been told today.
  ///
  /// @return of how many bookings
  int record(Transaction tx) {
    LocalTimeMapper mapper = tx.mapper(LocalTimeMapper.class);
    int recorded = 0;
    for (BookingTime booking : bookings) {
      Instant start = booking.startsAt();
      boolean isNew = false;
      if (booking.toldOffset() == null) {
        int offset = ToldTime.offset(booking.inviteeTimeZone(), start);
        isNew = mapper.recordInvitee(booking.id(), booking.meetingId(), offset) > 0;
      }
      for (HostTime host : hosts.getOrDefault(booking.meetingId(), List.of())) {
        if (host.toldOffset() == null || host.toldZone() == null) {
          int offset = ToldTime.offset(host.timeZone(), start);
          isNew |= mapper.recordHost(host.meetingId(), host.hostId(), host.timeZone(), offset) > 0;
        }
      }
      recorded += isNew ? 1 : 0;
    }
    return recorded;
  }

  /// Returns the bookings whose local time is another for someone than was told.
  List<MovedBooking> moved() {
    List<MovedBooking> moved = new ArrayList<>();
    for (BookingTime row : bookings) {
      Instant start = row.startsAt();
      List<HostTold> told =
          hosts.getOrDefault(row.meetingId(), List.of()).stream()
              .map(host -> new HostTold(host.hostId(), host.handle(), told(host, start)))
              .toList();
      Integer offset = row.toldOffset();
      ToldTime invitee =
          new ToldTime(
              row.inviteeTimeZone(),
              ZoneOffset.ofTotalSeconds(
                  offset == null ? ToldTime.offset(row.inviteeTimeZone(), start) : offset));
      MovedBooking booking =
          new MovedBooking(row.id(), row.eventTypeName(), start, row.inviteeName(), invitee, told);
      if (booking.isMoved()) {
        moved.add(booking);
      }
    }
    return moved;
  }

  private static ToldTime told(HostTime host, Instant start) {
    Integer offset = host.toldOffset();
    return offset == null || host.toldZone() == null
        ? new ToldTime(
            host.timeZone(), ZoneOffset.ofTotalSeconds(ToldTime.offset(host.timeZone(), start)))
        : new ToldTime(host.toldZone(), ZoneOffset.ofTotalSeconds(offset));
  }
}
