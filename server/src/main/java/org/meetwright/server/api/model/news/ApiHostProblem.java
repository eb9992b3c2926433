package org.meetwright.server.api.model.news;

import java.time.Instant;
import java.util.List;

/// Something that does not work for a host.
///
/// @param code a stable word, such as `webhook_off`
/// @param message what is wrong
/// @param since when it began
/// @param action what the host can do
public record ApiHostProblem(
    String code, String message, Instant since, String action, ApiEvent.Subject subject) {
  /// Several of them, what began last first.
  public record Listing(List<ApiHostProblem> problems) {}
}
