package org.meetwright.server.api.model.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.api.model.Identified;

/// A webhook, as the API shows it.
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

  /// Several of them.
  public record Listing(List<ApiWebhook> webhooks) {}

  /// Leaves the secret out.
  @Override
  public String toString() {
    return "ApiWebhook[" + id + "]";
  }
}
