package org.meetwright.server.api.model.access;

/// The data for a host's authenticator app.
///
/// @param secret in Base32
/// @param uri the same as a URI that apps can read, `otpauth://totp/...`
public record ApiEnrolment(String secret, String uri) {
  /// Leaves the secret out.
  @Override
  public String toString() {
    return "ApiEnrolment";
  }
}
