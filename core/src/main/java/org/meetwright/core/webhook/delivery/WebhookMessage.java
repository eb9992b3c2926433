package org.meetwright.core.webhook.delivery;

import java.util.UUID;
import org.meetwright.core.outbox.Kind;
import org.meetwright.core.outbox.Patience;

/// A delivery in the outbox.
public record WebhookMessage(UUID deliveryId) {
  /// The outbox's kind of these messages.
  public static final Kind<WebhookMessage> KIND =
      new Kind<>("webhook", WebhookMessage.class, Patience.OUTSIDE);
}
