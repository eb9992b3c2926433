package org.meetwright.core.booking.notice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.notice.BookingNotice.Audience;
import org.meetwright.core.booking.notice.BookingNotice.Event;
import org.meetwright.core.booking.notice.BookingNotice.Occasion;
import org.meetwright.core.booking.notice.BookingNotice.Recipient;
import org.meetwright.core.booking.notice.BookingNotice.ToldMeeting;

/// A [BookingNotice] as it is stored in the outbox. It is as flat as its JSON, hence its many
/// components.
///
/// Wide: it has a component for each field of its JSON.
///
/// @param event the name of an [Event]
/// @param audience the name of an [Audience]
/// @param hosts null in messages that an earlier version put in
/// @param actor the name of an [Actor]
public record StoredNotice(
    String event,
    String audience,
    @Nullable UUID hostId,
    @Nullable String guest,
    UUID bookingId,
    @Nullable List<UUID> hosts,
    Instant start,
    Instant end,
    @Nullable Instant previousStart,
    int sequence,
    String reason,
    String actor,
    @Nullable UUID actorId,
    Instant at) {
  static StoredNotice of(BookingNotice notice) {
    return new StoredNotice(
        notice.event().name(),
        notice.audience().name(),
        notice.recipient().hostId(),
        notice.recipient().guest(),
        notice.bookingId(),
        notice.meeting().hosts(),
        notice.meeting().start(),
        notice.meeting().end(),
        notice.meeting().previousStart(),
        notice.meeting().sequence(),
        notice.occasion().reason(),
        notice.occasion().actor().name(),
        notice.occasion().actorId(),
        notice.occasion().at());
  }

  /// Returns the notice that was kept.
  public BookingNotice notice() {
    return new BookingNotice(
        bookingId,
        new Recipient(Audience.valueOf(audience), hostId, guest),
        new Occasion(Event.valueOf(event), reason, Actor.valueOf(actor), actorId, at),
        new ToldMeeting(hosts == null ? List.of() : hosts, start, end, previousStart, sequence));
  }
}
