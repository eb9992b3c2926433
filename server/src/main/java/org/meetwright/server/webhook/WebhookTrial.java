package org.meetwright.server.webhook;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.meetwright.core.value.Ids;
import org.meetwright.core.webhook.Webhook;
import org.meetwright.core.webhook.WebhookEvent;
import org.meetwright.core.webhook.delivery.WebhookAttempt;
import org.meetwright.core.webhook.delivery.WebhookDelivery;
import org.meetwright.core.webhook.delivery.WebhookDispatch;
import org.meetwright.server.load.Turns;

/// Tries webhooks out.
public final class WebhookTrial {
  private final InstantSource clock;
  private final WebhookDispatch webhookDispatch;
  private final WebhookRequests requests;

  /// Creates it.
  public WebhookTrial(
      InstantSource clock, WebhookDispatch webhookDispatch, WebhookRequests requests) {
    this.clock = clock;
    this.webhookDispatch = webhookDispatch;
    this.requests = requests;
  }

  /// The webhook that is tested.
  record TestedWebhook(UUID id, String url) {}

  /// Sends a webhook a `webhook.test` at once, whether it is on or off, and waits for the answer up
  /// to 10 seconds. It is not tried again by itself.
  ///
  /// @return the delivery with its only attempt
  public WebhookDelivery test(Webhook webhook) {
    UUID eventId = Ids.next();
    String body =
        EventBody.json(
            eventId,
            WebhookEvent.TEST,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            Map.of("webhook", new TestedWebhook(webhook.id(), webhook.url().toString())));
    WebhookAttempt attempt =
        Turns.away(() -> requests.attempt(webhook, eventId, body.getBytes(StandardCharsets.UTF_8)));
    return webhookDispatch.keepTest(webhook.id(), eventId, body, attempt);
  }
}
