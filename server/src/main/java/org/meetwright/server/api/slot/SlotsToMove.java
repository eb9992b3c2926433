package org.meetwright.server.api.slot;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.availability.Availability;
import org.meetwright.core.availability.Availability.Slots;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.team.Bookables;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.api.exchange.ProblemException;
import org.meetwright.server.api.exchange.ProblemException.Code;
import org.meetwright.server.api.exchange.Query;
import org.meetwright.server.load.Memory;

/// Answers to which times a booking can be moved, in the form of the public slots.
public final class SlotsToMove {
  private final Availability availability;
  private final EventTypes eventTypes;
  private final Bookables bookables;
  private final InstantSource clock;

  /// Creates it on what an installation offers.
  public SlotsToMove(
      Availability availability, EventTypes eventTypes, Bookables bookables, InstantSource clock) {
    this.availability = availability;
    this.eventTypes = eventTypes;
    this.bookables = bookables;
    this.clock = clock;
  }

  /// Answers the booking's invitee, if he can still move it.
  ///
  /// @throws ProblemException if he can't
  public void sendToInvitee(ServerRequest request, ServerResponse response, Booking booking) {
    EventType type = eventType(booking);
    Instant until = type.policies().reschedule().until(booking.start(), booking.end());
    if (booking.isOpen(clock.instant()) && !clock.instant().isBefore(until)) {
      throw notPossible("It could be moved until " + until + "; write to the host.");
    }
    send(request, response, booking, type);
  }

  /// Answers one of the booking's hosts.
  ///
  /// @throws ProblemException if the booking can't be moved at all
  public void sendToHost(ServerRequest request, ServerResponse response, Booking booking) {
    send(request, response, booking, eventType(booking).withoutNotice());
  }

  private void send(
      ServerRequest request, ServerResponse response, Booking booking, EventType found) {
    if (!booking.status().holdsTime()) {
      throw notPossible("The booking is " + booking.status().word() + "; book a new time instead.");
    }
    if (!booking.isOpen(clock.instant())) {
      throw notPossible("The meeting has ended; book a new time instead.");
    }
    checkLength(new Query(request).number("duration"), booking.minutes());
    EventType type = found.lasting(booking.minutes());
    RequestedDates dates =
        RequestedDates.of(
            request, () -> bookables.find(type.pageId()).orElseThrow().timeZone(), clock.instant());
    try (Memory.Held _ = LongSlotsJson.hold(type, dates.from(), dates.to())) {
      Slots slots = availability.slotsToMove(booking, type, dates.from(), dates.to(), dates.zone());
      SlotsAnswerCache.sendOnce(request, response, dates, slots, type);
    }
  }

  private static void checkLength(@Nullable Integer asked, int kept) {
    if (asked != null && asked != kept) {
      throw new InvalidValueException(
          "duration",
          "must be left out, or "
              + kept
              + ": a booking that is moved keeps its length, not "
              + asked);
    }
  }

  private EventType eventType(Booking booking) {
    return Optional.ofNullable(booking.eventTypeId())
        .flatMap(eventTypes::find)
        .orElseThrow(
            () ->
                notPossible(
                    "This kind of meeting is no longer offered; cancel the booking and book"
                        + " another."));
  }

  private static ProblemException notPossible(String why) {
    return ProblemException.of(Code.NOT_POSSIBLE, why);
  }
}
