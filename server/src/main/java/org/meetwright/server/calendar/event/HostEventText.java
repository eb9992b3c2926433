package org.meetwright.server.calendar.event;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.MeetingHost;
import org.meetwright.core.booking.notice.BookingNotice.Audience;
import org.meetwright.core.calendar.meeting.MeetingText;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.server.invite.CalendarObjects;
import org.meetwright.server.invite.EventCopy;

/// Words the events in hosts' calendars as the invitations word them, and as feeds do. All who
/// share a meeting stand in one event.
///
/// @param eventTypes finds event types; empty for one that has been deleted
public record HostEventText(Function<UUID, Optional<EventType>> eventTypes) implements MeetingText {
  private static final String BETWEEN = "\n\n————\n\n";

  @Override
  public Worded of(MeetingHost host, List<Booking> bookings, boolean isGroup) {
    Booking first = bookings.getFirst();
    String title =
        isGroup
            ? first.eventTypeName() + " (" + bookings.size() + ")"
            : CalendarObjects.summary(first);
    UUID typeId = first.eventTypeId();
    EventType type = typeId == null ? null : eventTypes.apply(typeId).orElse(null);
    EventCopy copy = new EventCopy(Audience.HOST, host.locale(), type, null);
    return new Worded(
        title, bookings.stream().map(copy::description).collect(Collectors.joining(BETWEEN)));
  }
}
