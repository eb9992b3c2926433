package org.meetwright.core.calendar.meeting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingEvent;
import org.meetwright.core.booking.BookingMapper;
import org.meetwright.core.booking.MeetingHost;
import org.meetwright.core.booking.change.BookingChange;
import org.meetwright.core.booking.change.Consequence;
import org.meetwright.core.calendar.meeting.MeetingEventMapper.HeldRow;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.outbox.Outbox;
import org.meetwright.core.outbox.Outbox.NewMessage;
import org.meetwright.core.value.Ids;

/// Has the calendars of hosts agree with a meeting that was changed.
public final class CalendarConsequence implements Consequence {
  @Override
  public List<NewMessage> of(Transaction tx, BookingChange change) {
    // What is imported stands in the calendars already: the other service has written it.
    if (change.event() == BookingEvent.NO_SHOW || change.event() == BookingEvent.IMPORTED) {
      return List.of();
    }
    Booking booking = change.booking();
    Booking before = change.before();
    Set<UUID> meetings = new LinkedHashSet<>(List.of(booking.meetingId()));
    Set<UUID> hosts = new LinkedHashSet<>();
    booking.hosts().stream().map(MeetingHost::id).forEach(hosts::add);
    if (before != null) {
      before.hosts().stream().map(MeetingHost::id).forEach(hosts::add);
      if (meetings.add(before.meetingId())) {
        carryOver(tx, before.meetingId(), booking.meetingId());
      }
    }
    return messages(tx, hosts, meetings, booking.id() + "-" + booking.version(), change.at());
  }

  private static List<NewMessage> messages(
      Transaction tx, Set<UUID> hosts, Set<UUID> meetings, String why, Instant at) {
    Map<UUID, UUID> connections = new LinkedHashMap<>();
    tx.mapper(MeetingEventMapper.class)
        .concerned(hosts, meetings)
        .forEach(row -> connections.putIfAbsent(row.hostId(), row.connectionId()));
    List<NewMessage> messages = new ArrayList<>();
    connections.forEach(
        (hostId, connectionId) ->
            meetings.forEach(
                meetingId ->
                    messages.add(
                        new CalendarWrite(meetingId, hostId, false)
                            .message(connectionId, why, at))));
    return messages;
  }

  /// A booking that has a meeting of its own takes the events along: so they are moved, not deleted
  /// and written again.
  private static void carryOver(Transaction tx, UUID from, UUID to) {
    BookingMapper bookings = tx.mapper(BookingMapper.class);
    if (bookings.seats(from).isEmpty() && bookings.seats(to).size() == 1) {
      tx.mapper(MeetingEventMapper.class).carryOver(from, to);
    }
  }

  /// Has the events of a booking written again, since someone in it was erased.
  public static void erased(Transaction tx, Outbox outbox, UUID bookingId, Instant at) {
    outbox.put(
        tx,
        tx.mapper(MeetingEventMapper.class).ofBooking(bookingId).stream()
            .map(row -> again(row, at))
            .toList());
  }

  private static NewMessage again(HeldRow row, Instant at) {
    return new CalendarWrite(row.meetingId(), row.hostId(), false)
        .message(row.connectionId(), "erased-" + Ids.next(), at);
  }
}
