package org.meetwright.core.preview;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.meetwright.core.absence.Absence;
import org.meetwright.core.absence.Absences;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingFilter;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.database.Database;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.time.IntervalSet;
import org.meetwright.core.time.LocalDates;
import org.meetwright.core.value.InvalidValueException;

/// Tells a host what would follow if he saved a draft: the engine answers once as things are, and
/// once as if the draft were saved. Nothing is written.
public final class Preview {
  private static final int MOST_BOOKINGS = 1000;

  private final Database database;
  private final InstantSource clock;
  private final EventTypes eventTypes;
  private final Absences absences;
  private final Bookings bookings;

  /// Creates the service.
  public Preview(
      Database database,
      InstantSource clock,
      EventTypes eventTypes,
      Absences absences,
      Bookings bookings) {
    this.database = database;
    this.clock = clock;
    this.eventTypes = eventTypes;
    this.absences = absences;
    this.bookings = bookings;
  }

  /// Returns what would follow. With an event type, it is looked at alone; otherwise those active
  /// ones in which the host meets invitees and that use the schedule, or, with an absence, all of
  /// them: his own first, then those of his teams, at most 30 with at most 60 lengths in all.
  ///
  /// @throws InvalidValueException if the draft could not be saved; the field is that of the draft
  ///   within `schedule`, `eventType` or `absence`
  public PreviewResult of(PreviewRequest request) {
    check(request);
    List<Booking> booked = booked(request);
    return database.consistentRead(
        tx -> new DraftComparison(tx, request, clock.instant()).of(booked));
  }

  private void check(PreviewRequest request) {
    EventType eventType = request.eventType();
    if (eventType != null) {
      within("eventType", () -> eventTypes.check(eventType));
    }
    Absence absence = request.absence();
    if (absence != null) {
      within("absence", () -> absences.check(absence));
    }
  }

  private static void within(String field, Runnable check) {
    try {
      check.run();
    } catch (InvalidValueException wrong) {
      throw wrong.inside(field);
    }
  }

  /// Returns the host's bookings that begin on the asked dates, hold their time and are not over.
  private List<Booking> booked(PreviewRequest request) {
    IntervalSet asked = LocalDates.between(request.from(), request.to(), request.zone());
    if (asked.isEmpty()) {
      return List.of();
    }
    Instant now = clock.instant();
    Instant first = Instant.ofEpochSecond(asked.start(0));
    Instant until = Instant.ofEpochSecond(asked.end(asked.size() - 1));
    BookingFilter filter = new BookingFilter(request.hostId(), first, until, null, null, null);
    return bookings.list(filter, null, MOST_BOOKINGS).bookings().stream()
        .filter(booking -> booking.isOpen(now))
        .toList();
  }
}
