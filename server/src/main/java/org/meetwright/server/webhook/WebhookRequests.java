package org.meetwright.server.webhook;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.webhook.Webhook;
import org.meetwright.core.webhook.delivery.WebhookAttempt;
import org.meetwright.server.outgoing.OutgoingHttp;
import org.meetwright.server.outgoing.OutgoingRequest;
import org.meetwright.server.outgoing.Reply;
import org.meetwright.server.outgoing.RequestBounds;
import org.meetwright.server.outgoing.Targets;

/// Makes attempts: signs, sends, and returns the outcome.
public final class WebhookRequests {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final OutgoingHttp http;
  private final InstantSource clock;

  /// Creates it. An attempt may take 10 seconds.
  public WebhookRequests(Targets targets, InstantSource clock) {
    this(new OutgoingHttp(targets, RequestBounds.ofMessage(LIMIT)), clock);
  }

  WebhookRequests(OutgoingHttp http, InstantSource clock) {
    this.http = http;
    this.clock = clock;
  }

  /// Sends an event to a webhook, once.
  WebhookAttempt attempt(Webhook webhook, UUID eventId, byte[] body) {
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("User-Agent", "Meetwright");
    headers.putAll(Signature.headers(eventId, at, body, webhook.secrets(at)));
    long begun = System.nanoTime();
    try {
      Reply reply = http.send(OutgoingRequest.post(webhook.url(), headers, body));
      return new WebhookAttempt(at, reply.status(), error(reply), millisSince(begun), reply.text());
    } catch (IOException failed) {
      return new WebhookAttempt(at, null, OutgoingHttp.words(failed), millisSince(begun), "");
    }
  }

  private static long millisSince(long begun) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
  }

  private static @Nullable String error(Reply reply) {
    int status = reply.status();
    if (status >= 300 && status < 400) {
      return "The receiver answered " + status + "; redirects are not followed";
    }
    if (status == 410) {
      return "The receiver answered 410: it wants nothing any more";
    }
    if (status >= 400) {
      return "The receiver answered " + status;
    }
    return reply.whole() ? null : "The receiver's answer broke off";
  }
}
