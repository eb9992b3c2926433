package org.meetwright.server.calendar.google;

import java.net.URI;

/// Where Google is.
///
/// @param page where users consent
/// @param token where tokens are handed out
/// @param revocation where they are given back
/// @param api without a slash at its end
public record GoogleEndpoints(URI page, URI token, URI revocation, String api) {
  /// Those of the service itself.
  public static final GoogleEndpoints REAL =
      new GoogleEndpoints(
          URI.create("https://accounts.google.com/o/oauth2/v2/auth"),
          URI.create("https://oauth2.googleapis.com/token"),
          URI.create("https://oauth2.googleapis.com/revoke"),
          "https://www.googleapis.com/calendar/v3");
}
