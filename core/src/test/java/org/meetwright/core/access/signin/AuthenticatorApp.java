package org.meetwright.core.access.signin;

import java.time.Instant;

/// What a host's app shows.
public final class AuthenticatorApp {
  private AuthenticatorApp() {}

  /// Returns the code that it shows at an instant.
  public static String code(String secret, Instant now) {
    return Totp.code(secret, Totp.step(now));
  }
}
