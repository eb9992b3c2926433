package org.meetwright.core.booking.notice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.outbox.Kind;
import org.meetwright.core.outbox.Message;
import org.meetwright.core.outbox.Patience;

/// One mail that a booking sets in motion; the outbox keeps it as a [StoredNotice]. What changes
/// later is copied here, so that a late mail still tells what happened.
///
/// Wide: it has a component for each thing that a mail says about a change.
///
/// @param hostId the host, when it goes to one; null otherwise
/// @param guest the address, when it goes to a guest; null otherwise
/// @param hosts the hosts of the meeting at that time, by id
/// @param start the start that it is about: after the event, or, for a host who no longer has it,
///   before it
/// @param end the end that it is about, likewise
/// @param previousStart where a moved meeting was before; null otherwise
/// @param sequence the SEQUENCE of the calendar event after the event
/// @param reason the reason given for it; may be empty. What an invitee says is for hosts alone:
///   his guests need not know him
/// @param actorId the host who did it; null if it was no host, or it is not known which
/// @param at when it happened
public record BookingNotice(
    Event event,
    Audience audience,
    @Nullable UUID hostId,
    @Nullable String guest,
    UUID bookingId,
    List<UUID> hosts,
    Instant start,
    Instant end,
    @Nullable Instant previousStart,
    int sequence,
    String reason,
    Actor actor,
    @Nullable UUID actorId,
    Instant at) {
  /// The outbox's kind of these messages.
  public static final Kind<StoredNotice> KIND =
      new Kind<>("mail", StoredNotice.class, Patience.OUTSIDE);

  /// Creates the notice.
  public BookingNotice {
    hosts = List.copyOf(hosts);
    reason = actor == Actor.INVITEE && audience != Audience.HOST ? "" : reason;
  }

  /// Returns the notice that a message of the outbox carries.
  public static BookingNotice of(Message message) {
    return KIND.read(message).notice();
  }

  /// What happened.
  public enum Event {
    BOOKED,
    REQUESTED,
    CONFIRMED,
    DECLINED,
    RESCHEDULED,
    /// The invitee has moved it, and the host has to confirm the new time.
    MOVE_REQUESTED,
    /// The host has not answered a request yet, and it ends in a day; told to him alone.
    UNANSWERED,
    /// A request has ended at its start, since nobody has answered it.
    EXPIRED,
    /// The meeting was moved to another host; told to the one who had it.
    HANDED_OVER,
    CANCELLED,
    REMINDER,
    /// Someone wanted to book what the invitee has booked already; told to him alone.
    LINK_AGAIN
  }

  /// Who is told.
  public enum Audience {
    INVITEE,
    HOST,
    GUEST
  }
}
