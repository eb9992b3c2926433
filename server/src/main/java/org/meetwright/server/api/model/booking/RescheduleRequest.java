package org.meetwright.server.api.model.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When a booking is moved to, and why.
///
/// @param reason null if nobody says
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RescheduleRequest(Instant start, @Nullable String reason) {
  /// To whom a meeting is handed over, and why.
  ///
  /// @param host the handle of another member of the round-robin
  /// @param reason null if nobody says
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record HandOver(String host, @Nullable String reason) {}

  /// The same, by an invitee.
  ///
  /// @param reason null if he does not say
  /// @param altcha the solution of a challenge; null if none is asked for
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Managed(Instant start, @Nullable String reason, @Nullable String altcha) {}
}
