package org.meetwright.server.api.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.webhook.Webhook;
import org.meetwright.core.webhook.WebhookEvent;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.exchange.Identified;

/// A webhook, as the API tells it.
///
/// @param secret told once, when it is made; null otherwise
/// @param previousSecretUntil until when the secret before signs as well; null if none does
/// @param failingSince the first of the failures that no success has followed; null if there is
///   none
public record ApiWebhook(
    UUID id,
    String url,
    List<String> events,
    boolean active,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant previousSecretUntil,
    @Nullable Instant failingSince,
    Instant createdAt)
    implements Identified {

  /// Returns a webhook without its secret.
  public static ApiWebhook of(Webhook webhook) {
    return of(webhook, null);
  }

  /// Returns a webhook whose secret was just made.
  public static ApiWebhook withSecret(Webhook webhook) {
    return of(webhook, webhook.secret().value());
  }

  private static ApiWebhook of(Webhook webhook, @Nullable String secret) {
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

  /// Reads which events are wanted; left out, it is `otherwise`.
  static @Nullable Set<WebhookEvent> events(Fields fields, @Nullable Set<WebhookEvent> otherwise) {
    List<WebhookEvent> named = fields.texts("events", WebhookEvent::of);
    return fields.names().contains("events") && !fields.raw("events").isNull()
        ? Set.copyOf(named)
        : otherwise;
  }
}
