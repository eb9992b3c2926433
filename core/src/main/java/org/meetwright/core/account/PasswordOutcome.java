package org.meetwright.core.account;

import java.time.Duration;
import org.meetwright.core.access.password.Weakness;

/// The outcome of a request to change a password. Every other outcome changes nothing.
public sealed interface PasswordOutcome {
  /// The new one counts from now on.
  record Changed() implements PasswordOutcome {}

  /// He signs in without a password, so there is none to change.
  record NoPassword() implements PasswordOutcome {}

  /// The present one was wrong.
  record WrongPassword() implements PasswordOutcome {}

  /// Too many have been wrong.
  record TooManyTries(Duration retryAfter) implements PasswordOutcome {}

  /// The new one may not be chosen.
  record Weak(Weakness weakness) implements PasswordOutcome {}
}
