package org.meetwright.core.booking.wish;

import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/// The news in the outbox that a wish waits for its confirmation, and later that it has expired.
public record ConfirmationNotice(UUID confirmationId) {
  /// The outbox's kind of these messages.
  public static final String KIND = "confirmation";

  private static final JsonMapper JSON = JsonMapper.shared();

  /// Reads the news from an outbox payload.
  public static ConfirmationNotice parse(String payload) {
    return JSON.readValue(payload, ConfirmationNotice.class);
  }

  /// Returns the news as an outbox payload.
  String payload() {
    return JSON.writeValueAsString(this);
  }
}
