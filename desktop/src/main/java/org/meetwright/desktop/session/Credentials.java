package org.meetwright.desktop.session;

/// What a host signs in with.
///
/// @param code of the second factor; empty if none was given
public record Credentials(String email, String password, String code) {
  /// Leaves the secrets out.
  @Override
  public String toString() {
    return "Credentials[" + email + "]";
  }
}
