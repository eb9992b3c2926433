package org.meetwright.core.booking.notice;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.MeetingHost;
import org.meetwright.core.booking.notice.BookingNotice.Event;
import org.meetwright.core.booking.notice.BookingNotice.Occasion;
import org.meetwright.core.booking.notice.BookingNotice.Recipient;
import org.meetwright.core.booking.notice.BookingNotice.ToldMeeting;
import org.meetwright.core.outbox.Outbox.NewMessage;
import org.meetwright.core.value.Ids;

/// Tells everyone of a booking that its local time is another than they were told, for them or for
/// others, since the rules of a time zone have changed.
///
/// @param inviteeTold the local time that the invitee was told; null if it is still right
/// @param hostsTold the local times that hosts were told, by id, if they are not right any more
public record LocalTimeNotices(
    Booking booking,
    @Nullable LocalDateTime inviteeTold,
    Map<UUID, LocalDateTime> hostsTold,
    Instant at) {
  /// Creates them.
  public LocalTimeNotices {
    hostsTold = Map.copyOf(hostsTold);
  }

  /// Returns one message for each of invitee, hosts and guests who know of the meeting.
  public List<NewMessage> messages() {
    String suffix = booking.version() + "-local_time-" + Ids.next() + "-";
    Instant invitees = start(inviteeTold, booking.invitee().timeZone());
    List<NewMessage> messages = new ArrayList<>();
    messages.add(message(Recipient.INVITEE, invitees, suffix + "invitee"));
    for (MeetingHost host : booking.hosts()) {
      Instant told = start(hostsTold.get(host.id()), host.timeZone());
      messages.add(message(Recipient.host(host.id()), told, suffix + "host-" + host.id()));
    }
    if (!booking.guestsWait()) {
      for (var guest : booking.guests()) {
        // Guests read times in the invitee's zone.
        messages.add(
            message(Recipient.guest(guest.value()), invitees, suffix + "guest" + messages.size()));
      }
    }
    return messages;
  }

  /// Returns the instant that by today's rules has the local time that was told.
  private static @Nullable Instant start(@Nullable LocalDateTime told, ZoneId zone) {
    return told == null ? null : told.atZone(zone).toInstant();
  }

  private NewMessage message(Recipient recipient, @Nullable Instant told, String suffix) {
    BookingNotice notice =
        new BookingNotice(
            booking.id(),
            recipient,
            new Occasion(Event.LOCAL_TIME, "", Actor.SYSTEM, null, at),
            new ToldMeeting(
                booking.hosts().stream().map(MeetingHost::id).toList(),
                booking.start(),
                booking.end(),
                told,
                booking.calendarSequence()));
    return BookingNotice.KIND.message(
        booking.id() + "-" + suffix, booking.id(), StoredNotice.of(notice), at);
  }
}
