package org.meetwright.core.booking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// One mail that a booking sets in motion, as it is kept in the outbox. What changes later is
/// copied here, so that a late mail still tells what happened.
///
/// @param guest the address, when it goes to a guest
/// @param start the meeting's start after the event
/// @param end the meeting's end after the event
/// @param previousStart where a moved meeting was before; null otherwise
/// @param sequence the SEQUENCE of the calendar event after the event
/// @param reason why, as whoever did it said; may be empty
/// @param at when it happened
public record BookingNotice(
    Event event,
    Audience audience,
    @Nullable String guest,
    UUID bookingId,
    Instant start,
    Instant end,
    @Nullable Instant previousStart,
    int sequence,
    String reason,
    Actor actor,
    Instant at) {
  /// The outbox's kind of these messages.
  public static final String KIND = "mail";

  private static final JsonMapper JSON = JsonMapper.shared();

  /// What happened.
  public enum Event {
    BOOKED,
    REQUESTED,
    CONFIRMED,
    DECLINED,
    RESCHEDULED,
    CANCELLED,
    REMINDER
  }

  /// Who is told.
  public enum Audience {
    INVITEE,
    HOST,
    GUEST
  }

  /// Reads a notice from an outbox payload.
  public static BookingNotice parse(String payload) {
    return JSON.readValue(payload, BookingNotice.class);
  }

  /// Returns the notice as an outbox payload.
  public String payload() {
    return JSON.writeValueAsString(this);
  }
}
