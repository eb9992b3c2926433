package org.meetwright.cli.stress.client;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.meetwright.cli.stress.check.Ledger;
import org.meetwright.cli.stress.check.Ledger.Acknowledgement;
import org.meetwright.cli.stress.client.Api.Told;
import tools.jackson.databind.JsonNode;

/// What all clients of a run share.
///
/// @param last the last request to book of any client, which others may repeat meanwhile
public record Clients(
    Stage stage,
    Api api,
    Ledger ledger,
    Known known,
    AtomicReference<Wish> last,
    AtomicBoolean running) {
  private static final long PAUSE_MILLIS = 30;

  /// Begins with nothing known.
  public Clients(Stage stage, Api api, Ledger ledger) {
    this(stage, api, ledger, new Known(), new AtomicReference<>(), new AtomicBoolean(true));
  }

  /// Notes that a request succeeded, and keeps the booking in mind.
  void succeeded(Told told, Stage.Offering offering, Random random) {
    JsonNode body = told.body();
    String url = body.path("manageUrl").asString("");
    Known.Held held =
        new Known.Held(
            UUID.fromString(body.path("id").asString()),
            url.substring(url.lastIndexOf('/') + 1),
            body.path("hosts").path(0).path("handle").asString(),
            offering,
            body.path("status").asString(),
            body.path("version").asInt(),
            Instant.parse(body.path("start").asString()));
    ledger.acknowledged(
        new Acknowledgement(
            held.id(),
            held.version(),
            held.status(),
            held.start(),
            body.path("invitee").path("email").asString()));
    // Of those that have ended a few are kept, to be ended again.
    if (held.ended() && random.nextInt(10) > 0) {
      known.forget(held.id());
    } else {
      known.keep(held, random);
    }
  }

  /// Notes an answer that a request of this kind can't have.
  void surprised(Object request, Told told) {
    ledger.contradicted(request + " was answered " + told);
  }

  /// Lets a dead server come back.
  static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
