package org.meetwright.core.booking.notice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.outbox.OutboxKind;
import org.meetwright.core.outbox.Patience;

/// One mail that a change of a booking causes; the outbox stores it as a [StoredNotice]. Facts that
/// may change later are copied here, so that a late mail still says what happened.
///
/// @param recipient who is told
/// @param occasion what has happened
/// @param meeting how the meeting stands afterwards
public record BookingNotice(
    UUID bookingId, Recipient recipient, Occasion occasion, ToldMeeting meeting) {
  /// The outbox's kind of these messages.
  public static final OutboxKind<StoredNotice> KIND =
      new OutboxKind<>("mail", StoredNotice.class, Patience.OUTSIDE);

  /// Creates the notice. What an invitee says is for hosts alone: his guests need not know him.
  public BookingNotice {
    if (occasion.actor() == Actor.INVITEE && recipient.audience() != Audience.HOST) {
      occasion = occasion.withoutReason();
    }
  }

  /// Who is told.
  ///
  /// @param hostId the host, when it goes to one; null otherwise
  /// @param guest the address, when it goes to a guest; null otherwise
  public record Recipient(Audience audience, @Nullable UUID hostId, @Nullable String guest) {
    /// The invitee.
    public static final Recipient INVITEE = new Recipient(Audience.INVITEE, null, null);

    /// Returns a host.
    public static Recipient host(UUID hostId) {
      return new Recipient(Audience.HOST, hostId, null);
    }

    /// Returns a guest.
    public static Recipient guest(String address) {
      return new Recipient(Audience.GUEST, null, address);
    }
  }

  /// What has happened.
  ///
  /// @param reason why, as whoever did it said; may be empty
  /// @param actorId the host who did it; null if it was no host, or it is not known which
  public record Occasion(
      Event event, String reason, Actor actor, @Nullable UUID actorId, Instant at) {
    private Occasion withoutReason() {
      return new Occasion(event, "", actor, actorId, at);
    }
  }

  /// The meeting in question: as it is after the event or, for a former host, as it was before.
  ///
  /// @param hosts who met the invitee then, by id
  /// @param previousStart where a moved meeting was before; of a local time that has changed, what
  ///   now has the local time that the recipient was told; null otherwise
  /// @param sequence the SEQUENCE of the calendar event after the event
  public record ToldMeeting(
      List<UUID> hosts, Instant start, Instant end, @Nullable Instant previousStart, int sequence) {
    /// Creates it.
    public ToldMeeting {
      hosts = List.copyOf(hosts);
    }
  }

  /// Returns what has happened.
  public Event event() {
    return occasion.event();
  }

  /// Returns to whom it goes.
  public Audience audience() {
    return recipient.audience();
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
    /// Another host has the meeting, at the same time; told to invitee and guests.
    HOST_CHANGED,
    /// The meeting has gone to another host; told to the one who had it.
    HANDED_OVER,
    CANCELLED,
    REMINDER,
    /// The meeting took place; told to the invitee alone, some time after its end.
    FOLLOW_UP,
    /// The rules of a time zone have changed, so that for someone the meeting is at another time of
    /// day than was told; it stays at its instant.
    LOCAL_TIME,
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
