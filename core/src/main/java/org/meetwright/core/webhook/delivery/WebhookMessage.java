package org.meetwright.core.webhook.delivery;

import java.util.UUID;
import org.meetwright.core.outbox.OutboxKind;
import org.meetwright.core.outbox.Patience;

/// A delivery in the outbox.
public record WebhookMessage(UUID deliveryId) {
  /// The outbox's kind of these messages.
  public static final OutboxKind<WebhookMessage> KIND =
      new OutboxKind<>("webhook", WebhookMessage.class, Patience.OUTSIDE);
}
