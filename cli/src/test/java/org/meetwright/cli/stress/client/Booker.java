package org.meetwright.cli.stress.client;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.meetwright.cli.stress.check.Ledger.Unanswered;
import org.meetwright.cli.stress.client.Api.Lost;
import org.meetwright.cli.stress.client.Api.NotSent;
import org.meetwright.cli.stress.client.Api.Outcome;
import org.meetwright.cli.stress.client.Api.Told;

/// The part of a client that books.
final class Booker {
  /// How many of an event type's starts are wished by every second request.
  private static final int FAVOURITES = 6;

  private final Clients shared;
  private final Random random;
  private final String name;
  private int wishes;

  Booker(Clients shared, Random random, String name) {
    this.shared = shared;
    this.random = random;
    this.name = name;
  }

  /// Books something, or tries to.
  void book() {
    Wish last = shared.last().get();
    Wish wish = last != null && random.nextInt(12) == 0 ? last : wish();
    shared.last().set(wish);
    boolean had = bookUntilAnswered(wish);
    if (had && random.nextInt(10) == 0) {
      bookUntilAnswered(wish);
    }
    if (had && wish.key() != null && random.nextInt(20) == 0) {
      reuseKey(wish);
    }
  }

  private Wish wish() {
    List<Stage.Offering> offerings = shared.stage().offerings();
    Stage.Offering offering = offerings.get(random.nextInt(offerings.size()));
    String tag = name + "-" + wishes++;
    return new Wish(
        offering,
        start(offering, random),
        tag + "@example.org",
        List.of(tag + "-guest1@example.org", tag + "-guest2@example.org")
            .subList(0, random.nextInt(8) / 3),
        "",
        random.nextBoolean() ? "key-" + tag : null);
  }

  static Instant start(Stage.Offering offering, Random random) {
    if (offering.soon()) {
      Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MINUTES);
      return now.plus(1 + random.nextInt(3), ChronoUnit.MINUTES);
    }
    int favourites = random.nextBoolean() ? FAVOURITES : offering.starts().size();
    return offering.starts().get(random.nextInt(favourites));
  }

  /// Sends a request, and again the same when its answer is lost, to whatever server.
  ///
  /// @return whether there is a booking
  private boolean bookUntilAnswered(Wish wish) {
    boolean givesUp = wish.key() == null && random.nextBoolean();
    while (shared.running().get()) {
      Outcome outcome = send(wish);
      switch (outcome) {
        case Told told -> {
          return told(wish, told);
        }
        case Lost() -> {
          if (givesUp) {
            return false;
          }
          Clients.pause();
        }
        case NotSent() -> Clients.pause();
      }
    }
    return false;
  }

  private Outcome send(Wish wish) {
    Outcome outcome =
        shared
            .api()
            .send(random.nextInt(1000), "POST", "/api/v1/bookings", wish.headers(), wish.body());
    if (outcome instanceof Lost) {
      shared.ledger().unanswered(new Unanswered("booked", wish.email(), null));
    }
    return outcome;
  }

  private boolean told(Wish wish, Told told) {
    switch (told.status()) {
      case 200, 201 -> booked(wish, told);
      case 409, 422 -> {}
      default -> shared.surprised(wish, told);
    }
    return told.status() < 300;
  }

  private void booked(Wish wish, Told told) {
    shared.succeeded(told, wish.offering(), random);
    if (wish.key() != null) {
      UUID id = UUID.fromString(told.body().path("id").asString());
      shared.ledger().acknowledged(wish.key(), id);
    }
  }

  private void reuseKey(Wish wish) {
    Wish other = wish.withNotes("Something else");
    if (send(other) instanceof Told told && !told.code().equals("idempotency_key_reused")) {
      shared.surprised(other, told);
    }
  }
}
