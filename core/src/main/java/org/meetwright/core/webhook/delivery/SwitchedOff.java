package org.meetwright.core.webhook.delivery;

import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/// The news for a host that a webhook of his was switched off.
///
/// @param failingSince since when every attempt had failed
/// @param error why the last one failed
/// @param at when it was switched off
public record SwitchedOff(UUID webhookId, Instant failingSince, String error, Instant at) {
  /// The outbox's kind of these messages.
  public static final String KIND = "webhook-off";

  private static final JsonMapper JSON = JsonMapper.shared();

  /// Reads the news from an outbox payload.
  public static SwitchedOff parse(String payload) {
    return JSON.readValue(payload, SwitchedOff.class);
  }

  /// Returns the news as an outbox payload.
  String payload() {
    return JSON.writeValueAsString(this);
  }
}
