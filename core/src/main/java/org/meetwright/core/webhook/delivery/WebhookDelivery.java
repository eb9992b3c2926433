package org.meetwright.core.webhook.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.webhook.WebhookEvent;

/// An event on its way to a webhook.
///
/// @param eventId the receiver's webhook-id, the same at every attempt
/// @param attempts the oldest first
/// @param nextAttemptAt null if none is to come
public record WebhookDelivery(
    UUID id,
    UUID webhookId,
    UUID eventId,
    WebhookEvent event,
    State state,
    List<WebhookAttempt> attempts,
    @Nullable Instant nextAttemptAt) {
  /// Creates the delivery.
  public WebhookDelivery {
    attempts = List.copyOf(attempts);
  }

  /// Where a delivery stands.
  public enum State {
    /// Still to be sent, or sent again.
    PENDING,
    SUCCEEDED,
    /// Given up: after the last attempt, or because the webhook was switched off.
    FAILED;

    /// Returns the word that stands for the state outside the program.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// Returns the state of a word.
    ///
    /// @throws InvalidValueException (field `state`) if there is none
    public static State of(String word) {
      for (State state : values()) {
        if (state.word().equals(word)) {
          return state;
        }
      }
      throw new InvalidValueException(
          "state",
          "must be pending, succeeded or failed, not " + InvalidValueException.shown(word));
    }
  }
}
