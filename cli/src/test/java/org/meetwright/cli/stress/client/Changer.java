package org.meetwright.cli.stress.client;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.stress.check.Ledger.Unanswered;
import org.meetwright.cli.stress.client.Api.Lost;
import org.meetwright.cli.stress.client.Api.NotSent;
import org.meetwright.cli.stress.client.Api.Outcome;
import org.meetwright.cli.stress.client.Api.Told;
import org.meetwright.cli.stress.client.Known.Held;

/// The part of a client that changes bookings: as their invitee or as their host.
final class Changer {
  private final Clients shared;
  private final Random random;

  Changer(Clients shared, Random random) {
    this.shared = shared;
    this.random = random;
  }

  /// What is done to a booking.
  ///
  /// @param path its word in the API
  /// @param action its word in the history
  private record Deed(String path, String action, @Nullable Instant start) {
    static Deed reschedule(Instant start) {
      return new Deed("reschedule", "rescheduled", start);
    }

    String body() {
      return start == null ? "{}" : "{\"start\": \"%s\"}".formatted(start);
    }
  }

  private static final Deed CANCEL = new Deed("cancel", "cancelled", null);
  private static final Deed CONFIRM = new Deed("confirm", "confirmed", null);
  private static final Deed DECLINE = new Deed("decline", "declined", null);
  private static final Deed NO_SHOW = new Deed("no-show", "no_show", null);

  /// Changes a booking, or tries to.
  void change(Held held) {
    int dice = random.nextInt(100);
    boolean begun = held.start().isBefore(Clock.systemUTC().instant());
    if (begun || dice < 2) {
      asHost(held, NO_SHOW);
    } else if (held.pending() && dice < 50) {
      asHost(held, dice < 35 ? CONFIRM : DECLINE);
    } else {
      Deed deed = dice < 75 ? Deed.reschedule(Booker.start(held.offering(), random)) : CANCEL;
      if (random.nextBoolean()) {
        asHost(held, deed);
      } else {
        asInvitee(held, deed);
      }
    }
  }

  private void asInvitee(Held held, Deed deed) {
    String path = "/api/v1/manage/" + held.token() + "/" + deed.path();
    judge(held, deed, shared.api().send(random.nextInt(1000), "POST", path, Map.of(), deed.body()));
  }

  private void asHost(Held held, Deed deed) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Authorization", "Bearer " + shared.stage().tokens().get(held.host()));
    if (random.nextInt(3) == 0) {
      headers.put("If-Match", "\"" + held.version() + "\"");
    }
    String path = "/api/v1/bookings/" + held.id() + "/" + deed.path();
    judge(held, deed, shared.api().send(random.nextInt(1000), "POST", path, headers, deed.body()));
  }

  private void judge(Held held, Deed deed, Outcome outcome) {
    switch (outcome) {
      case Told told -> judge(held, deed, told);
      case Lost() ->
          shared
              .ledger()
              .unanswered(new Unanswered(deed.action(), held.id().toString(), deed.start()));
      case NotSent() -> Clients.pause();
    }
  }

  private void judge(Held held, Deed deed, Told told) {
    switch (told.status()) {
      case 200 -> shared.succeeded(told, held.offering(), random);
      // Ended or over; or it has another host now, whose token is not at hand.
      case 404, 409 -> {
        if (!told.code().equals("slot_taken") && random.nextBoolean()) {
          shared.known().forget(held.id());
        }
      }
      case 422 -> {}
      // Invitees move a booking a few times a day only.
      case 429 -> {
        if (!deed.path().equals("reschedule")) {
          shared.surprised(deed + " on " + held, told);
        }
      }
      default -> shared.surprised(deed + " on " + held, told);
    }
  }
}
