package org.meetwright.core.rate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.meetwright.core.Core;
import org.meetwright.core.EventTypeBuilder;
import org.meetwright.core.Fixture;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.desk.BookRequest;
import org.meetwright.core.eventtype.Correspondence;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.rule.BookingWindow;
import org.meetwright.core.eventtype.rule.Bounds;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Hosts.NewHost;
import org.meetwright.core.host.Role;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Handle;

/// Hosts with an event type each, and the free times that are still to be booked. The clock stands,
/// and goes on by a quarter of a year between two phases, so that each has fresh times.
final class World {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final Duration A_QUARTER = Duration.ofDays(91);
  private static final int A_PRIME = 7919;

  private final List<EventType> eventTypes = new ArrayList<>();
  private final List<List<UUID>> known = new ArrayList<>();
  private final AtomicLong numbers = new AtomicLong();
  private volatile Instant now = Instant.parse("2026-03-02T12:00:00Z");
  private volatile List<Instant> starts = List.of();
  private volatile AtomicIntegerArray used = new AtomicIntegerArray(0);

  /// Returns the clock.
  InstantSource clock() {
    return () -> now;
  }

  /// Adds hosts, with an event type of the API's defaults each.
  void addHosts(Core core, int count) {
    for (int i = 0; i < count; i++) {
      Host host = addHost(core, "host" + i);
      EventType eventType = core.eventTypes().add(defaults(host.id()).build());
      eventTypes.add(eventType);
      UUID scheduleId = core.schedules().list(host.id()).getFirst().id();
      known.add(List.of(host.id(), eventType.id(), scheduleId));
    }
  }

  static Host addHost(Core core, String handle) {
    return core.hosts()
        .add(
            new NewHost(
                new Handle(handle),
                handle + " Example",
                new EmailAddress(handle + "@example.org"),
                ZONE,
                Locale.ENGLISH,
                null,
                Role.HOST));
  }

  static EventTypeBuilder defaults(UUID hostId) {
    return new EventTypeBuilder(hostId)
        .window(new BookingWindow.Rolling(Bounds.DEFAULT_WINDOW_DAYS))
        .reminders(Correspondence.DEFAULT_REMINDERS.toArray(Integer[]::new));
  }

  /// Turns the clock on, and asks which times are free then. All are more than a day ahead, so that
  /// every booking has the same reminders to write.
  void moveOn(Core core) {
    now = now.plus(A_QUARTER);
    LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
    long[] found =
        core.availability()
            .slots(
                eventTypes.getFirst(),
                today.plusDays(2),
                today.plusDays(Bounds.DEFAULT_WINDOW_DAYS - 1L),
                ZONE)
            .starts();
    List<Instant> free = new ArrayList<>();
    for (long start : found) {
      free.add(Instant.ofEpochSecond(start));
    }
    starts = List.copyOf(free);
    used = new AtomicIntegerArray(eventTypes.size());
  }

  /// Returns a free time of a random host that nobody else gets.
  Wish next() {
    int host = ThreadLocalRandom.current().nextInt(known.size());
    int index = used.getAndIncrement(host);
    if (index >= starts.size()) {
      throw new IllegalStateException("Host " + host + " is booked out; take shorter phases");
    }
    Instant start = starts.get((int) ((long) index * A_PRIME % starts.size()));
    return new Wish(eventTypes.get(host), known.get(host), start, now, numbers.incrementAndGet());
  }

  /// Books a time with the program, and fails if it does not become a booking.
  static void book(Core core, Wish wish) {
    BookRequest request =
        Fixture.request(wish.eventType(), wish.start().toString(), wish.email(), null);
    Fixture.booked(core.bookingDesk().book(request, Actor.INVITEE));
  }
}
