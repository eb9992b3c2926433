package org.meetwright.core.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.outbox.Outbox;
import org.meetwright.core.value.EmailAddress;
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

  /// Writes one message each for invitee, hosts' side and guests.
  static void write(
      Transaction tx,
      Outbox outbox,
      Event event,
      Booking booking,
      @Nullable Instant previousStart,
      Change change,
      Instant now,
      Instant due) {
    write(tx, outbox, event, Audience.INVITEE, null, booking, previousStart, change, now, due);
    write(tx, outbox, event, Audience.HOST, null, booking, previousStart, change, now, due);
    if (event != Event.REQUESTED && event != Event.DECLINED) {
      for (EmailAddress guest : booking.guests()) {
        write(
            tx,
            outbox,
            event,
            Audience.GUEST,
            guest.value(),
            booking,
            previousStart,
            change,
            now,
            due);
      }
    }
  }

  private static void write(
      Transaction tx,
      Outbox outbox,
      Event event,
      Audience audience,
      @Nullable String guest,
      Booking booking,
      @Nullable Instant previousStart,
      Change change,
      Instant now,
      Instant due) {
    BookingNotice notice =
        new BookingNotice(
            event,
            audience,
            guest,
            booking.id(),
            booking.start(),
            booking.end(),
            previousStart,
            booking.calendarSequence(),
            change.reason(),
            change.actor(),
            now);
    String to =
        audience.name() + (guest == null ? "" : booking.guests().indexOf(new EmailAddress(guest)));
    String minutes =
        event == Event.REMINDER ? "-" + Duration.between(due, booking.start()).toMinutes() : "";
    String dedupeKey =
        (booking.id() + "-" + booking.version() + "-" + event + minutes + "-" + to)
            .toLowerCase(Locale.ROOT);
    outbox.put(tx, KIND, dedupeKey, JSON.writeValueAsString(notice), due);
  }

  /// Writes the reminders of a confirmed booking that are still to come.
  static void writeReminders(
      Transaction tx, Outbox outbox, List<Integer> minutesBefore, Booking booking, Instant now) {
    Change bySystem = new Change(Actor.SYSTEM, null, null, "");
    for (int minutes : minutesBefore) {
      Instant due = booking.start().minusSeconds(minutes * 60L);
      if (due.isAfter(now)) {
        write(tx, outbox, Event.REMINDER, booking, null, bySystem, now, due);
      }
    }
  }
}
