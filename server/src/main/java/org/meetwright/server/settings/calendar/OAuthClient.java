package org.meetwright.server.settings.calendar;

/// As what a calendar service knows this server (RFC 6749, section 2).
///
/// @param id empty if the service is not set up
/// @param secret empty if the service gave none
public record OAuthClient(String id, String secret) {
  /// A service that is not set up.
  public static final OAuthClient NONE = new OAuthClient("", "");

  /// Returns whether the service is set up.
  public boolean on() {
    return !id.isEmpty();
  }

  /// Leaves the secret out.
  @Override
  public String toString() {
    return "OAuthClient[" + id + "]";
  }
}
