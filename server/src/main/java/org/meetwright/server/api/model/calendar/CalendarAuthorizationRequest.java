package org.meetwright.server.api.model.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A calendar account to connect on its service's own page.
///
/// @param kind google
/// @param redirectUri where the service sends the host back to: an address of this machine
/// @param accountId the account to sign in to again; null for a new one
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CalendarAuthorizationRequest(
    String kind, String redirectUri, @Nullable UUID accountId) {

  /// What the service has brought back.
  ///
  /// @param code null if the host did not consent
  /// @param error null if he did
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Completion(String state, @Nullable String code, @Nullable String error) {

    /// Leaves the secrets out.
    @Override
    public String toString() {
      return "Completion[" + error + "]";
    }
  }
}
