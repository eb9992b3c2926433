package org.meetwright.server.api.model.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A webhook to add.
///
/// @param events which events it is told of; null for all
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WebhookRequest(String url, @Nullable List<String> events) {
  /// What is changed about a webhook; what is null stays.
  ///
  /// @param rotateSecret whether it gets a new secret
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Change(
      @Nullable String url,
      @Nullable List<String> events,
      @Nullable Boolean active,
      @Nullable Boolean rotateSecret) {}
}
