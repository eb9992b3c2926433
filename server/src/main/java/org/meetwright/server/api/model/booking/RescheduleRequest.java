package org.meetwright.server.api.model.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When a booking is moved to, and why.
///
/// @param reason null if nobody says
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RescheduleRequest(Instant start, @Nullable String reason) {
  /// The same, by an invitee.
  ///
  /// @param reason null if he does not say
  /// @param altcha the solution of a challenge; null if none is asked for
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Managed(Instant start, @Nullable String reason, @Nullable String altcha) {}
}
