package org.meetwright.server.api.webhook;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.webhook.Webhook;
import org.meetwright.core.webhook.WebhookEvent;
import org.meetwright.core.webhook.Webhooks;
import org.meetwright.core.webhook.delivery.WebhookAttempt;
import org.meetwright.core.webhook.delivery.WebhookDelivery;
import org.meetwright.server.api.exchange.ExportPart;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.model.webhook.ApiWebhook;
import org.meetwright.server.api.model.webhook.ApiWebhookDelivery;

/// Converts webhooks to and from the records of the API.
public final class WebhookTranslation {
  private WebhookTranslation() {}

  /// Returns a webhook without its secret.
  public static ApiWebhook toApi(Webhook webhook) {
    return toApi(webhook, null);
  }

  /// Returns a webhook whose secret was just made.
  public static ApiWebhook withSecret(Webhook webhook) {
    return toApi(webhook, webhook.secret().value());
  }

  private static ApiWebhook toApi(Webhook webhook, @Nullable String secret) {
    return new ApiWebhook(
        webhook.id(),
        webhook.url().toString(),
        webhook.events().stream().map(WebhookEvent::word).toList(),
        webhook.active(),
        secret,
        secret == null ? null : webhook.previousUntil(),
        webhook.failingSince(),
        webhook.createdAt());
  }

  /// Returns a delivery.
  public static ApiWebhookDelivery toApi(WebhookDelivery delivery) {
    return new ApiWebhookDelivery(
        delivery.id(),
        delivery.eventId(),
        delivery.event().word(),
        delivery.state().word(),
        delivery.attempts().stream().map(WebhookTranslation::toApi).toList(),
        delivery.nextAttemptAt());
  }

  private static ApiWebhookDelivery.ApiAttempt toApi(WebhookAttempt attempt) {
    return new ApiWebhookDelivery.ApiAttempt(
        attempt.at(), attempt.status(), attempt.error(), attempt.tookMillis(), attempt.answer());
  }

  /// Reads which events are wanted; left out, it is `otherwise`.
  static @Nullable Set<WebhookEvent> events(Fields fields, @Nullable Set<WebhookEvent> otherwise) {
    List<WebhookEvent> named = fields.texts("events", WebhookEvent::of);
    return fields.has("events") ? Set.copyOf(named) : otherwise;
  }

  /// Returns a host's webhooks, without their secrets, for the export.
  public static ExportPart exported(Webhooks webhooks) {
    return ExportPart.of(
        "webhooks",
        host -> webhooks.list(host.id()).stream().map(WebhookTranslation::toApi).toList());
  }
}
