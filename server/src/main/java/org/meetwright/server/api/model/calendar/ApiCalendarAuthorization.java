package org.meetwright.server.api.model.calendar;

import java.net.URI;
import java.time.Instant;

/// Where a host consents.
///
/// @param authorizationUrl the service's page
/// @param state what it brings back
/// @param expiresAt until when he has to be back
public record ApiCalendarAuthorization(URI authorizationUrl, String state, Instant expiresAt) {

  /// Leaves the secrets out.
  @Override
  public String toString() {
    return "ApiCalendarAuthorization[" + expiresAt + "]";
  }
}
