package org.meetwright.core.access.brake;

import java.util.Optional;
import java.util.function.Supplier;
import org.meetwright.core.value.EmailAddress;

/// Limits guesses at a password or code within a session to the rate of guesses at sign-in.
public record GuessLimit(Brake brake) {
  /// Makes an attempt; unless it is right it counts as failed.
  ///
  /// @param email the host's
  /// @param look looks whether it is right; empty if it is not. Not called if too many have failed
  public <T> Attempt<T> make(EmailAddress email, Origin origin, Supplier<Optional<T>> look) {
    Brake.Try begun = brake.begin(email, origin);
    if (begun.retryAfter().isPresent()) {
      return new Attempt.TooMany<>(begun.retryAfter().get());
    }
    Optional<T> found = look.get();
    found.ifPresent(_ -> brake.succeeded(begun));
    return found.<Attempt<T>>map(Attempt.Right::new).orElseGet(Attempt.Wrong::new);
  }
}
