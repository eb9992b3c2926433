package org.meetwright.core.access.signin;

import java.time.Duration;
import org.meetwright.core.access.Sessions.NewSession;
import org.meetwright.core.host.Host;

/// The outcome of a try to sign in.
public sealed interface SignInOutcome {
  /// The host is in.
  record SignedIn(Host host, NewSession session) implements SignInOutcome {}

  /// E-mail address or password is wrong; which of them is not told.
  record Refused() implements SignInOutcome {}

  /// The password is right, but a code of the second factor is missing, wrong, or was used already.
  ///
  /// @param given whether there was one
  record CodeRequired(Host host, boolean given) implements SignInOutcome {}

  /// Too many tries have failed; this one was not looked at.
  ///
  /// @param retryAfter how long to wait, at least a second
  record TooManyTries(Duration retryAfter) implements SignInOutcome {}
}
