package org.meetwright.server.api.model.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A delivery to a webhook, as the API shows it.
///
/// @param eventId the receiver's webhook-id
/// @param state pending, succeeded or failed
/// @param nextAttemptAt null if none is to come
public record ApiWebhookDelivery(
    UUID id,
    UUID eventId,
    String event,
    String state,
    List<ApiAttempt> attempts,
    @Nullable Instant nextAttemptAt) {

  /// An attempt.
  ///
  /// @param status null if there was no answer
  /// @param error null if it succeeded
  /// @param answer the first KiB of what came back
  public record ApiAttempt(
      Instant at,
      @Nullable Integer status,
      @Nullable String error,
      long tookMillis,
      String answer) {}

  /// A list of them.
  public record Listing(List<ApiWebhookDelivery> deliveries) {}
}
