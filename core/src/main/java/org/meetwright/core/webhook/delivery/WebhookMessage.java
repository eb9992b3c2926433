package org.meetwright.core.webhook.delivery;

import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/// A delivery in the outbox.
public record WebhookMessage(UUID deliveryId) {
  /// The outbox's kind of these messages.
  public static final String KIND = "webhook";

  private static final JsonMapper JSON = JsonMapper.shared();

  /// Reads a message from an outbox payload.
  public static WebhookMessage parse(String payload) {
    return JSON.readValue(payload, WebhookMessage.class);
  }

  /// Returns the message as an outbox payload.
  String payload() {
    return JSON.writeValueAsString(this);
  }
}
