package org.meetwright.core;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.BookOutcome;
import org.meetwright.core.booking.BookRequest;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.Invitee;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.TestDatabase;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Hosts.NewHost;
import org.meetwright.core.host.Role;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Handle;

/// The whole core on a fresh database, with a clock that stands on Monday 2026-03-02 12:00 UTC, and
/// a host `ada` in New York.
public final class Fixture implements AutoCloseable {
  public final TestClock clock = new TestClock("2026-03-02T12:00:00Z");
  public final TestDatabase database;
  public final Core core;
  public final Host ada;

  public Fixture(DatabaseKind kind) {
    database = TestDatabase.create(kind);
    core = Core.on(database.open(), clock);
    ada = addHost("ada");
  }

  /// Adds a host in New York.
  public Host addHost(String handle) {
    return core.hosts()
        .add(
            new NewHost(
                new Handle(handle),
                handle + " Example",
                new EmailAddress(handle + "@example.org"),
                ZoneId.of("America/New_York"),
                Locale.ENGLISH,
                null,
                Role.HOST));
  }

  /// Adds an event type of ada: 30 minutes, all defaults, changed as told.
  public EventType addEventType(UnaryOperator<EventTypeBuilder> change) {
    return core.eventTypes().add(change.apply(new EventTypeBuilder(ada.id())).build());
  }

  /// Returns a request of an invitee called Bob.
  public static BookRequest request(EventType eventType, String start) {
    return request(eventType, start, "bob@example.com", null);
  }

  public static BookRequest request(EventType eventType, String start, String email, String key) {
    return new BookRequest(
        eventType.id(),
        Instant.parse(start),
        new Invitee(
            "Bob Brown", new EmailAddress(email), ZoneId.of("Europe/Berlin"), Locale.ENGLISH),
        List.of(),
        Map.of(),
        "",
        key);
  }

  /// Books, and fails if that does not succeed.
  public Booking book(EventType eventType, String start) {
    return booked(core.bookingDesk().book(request(eventType, start), Actor.INVITEE));
  }

  public static Booking booked(BookOutcome outcome) {
    if (outcome instanceof BookOutcome.Booked made) {
      return made.booking();
    }
    throw new AssertionError("Not booked: " + outcome);
  }

  @Override
  public void close() {
    core.close();
    database.close();
  }
}
