package org.meetwright.core.booking.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.meetwright.core.Core;
import org.meetwright.core.Fixture;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.DatabaseSettings;
import org.meetwright.core.eventtype.EventType;

/// A program that books as fast as it can, from several threads, and prints the id of each booking
/// once it is acknowledged; until it is killed.
final class KilledBooker {
  private KilledBooker() {}

  public static void main(String[] arguments) throws Exception {
    DatabaseSettings settings =
        new DatabaseSettings(arguments[0], "", "", DatabaseSettings.DEFAULT_POOL_SIZE);
    Core core =
        Core.on(
            Database.open(settings), InstantSource.fixed(Instant.parse("2026-03-02T12:00:00Z")));
    EventType type = core.eventTypes().list(UUID.fromString(arguments[1])).getFirst();
    AtomicInteger count = new AtomicInteger();
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 4; i++) {
        threads.execute(
            () -> {
              while (true) {
                Instant start =
                    Instant.parse("2026-03-03T00:00:00Z")
                        .plusSeconds(60L * count.getAndIncrement());
                BookOutcome outcome =
                    core.bookingDesk().book(Fixture.request(type, start.toString()), Actor.INVITEE);
                if (outcome instanceof BookOutcome.Booked booked) {
                  System.out.println(booked.booking().id());
                }
              }
            });
      }
    }
  }
}
