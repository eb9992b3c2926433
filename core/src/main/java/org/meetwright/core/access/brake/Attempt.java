package org.meetwright.core.access.brake;

import java.time.Duration;

/// The outcome of an attempt at something that could be guessed.
public sealed interface Attempt<T> {
  /// It was right.
  record Right<T>(T value) implements Attempt<T> {}

  /// It was wrong.
  record Wrong<T>() implements Attempt<T> {}

  /// It was not looked at, since too many have failed.
  record TooMany<T>(Duration retryAfter) implements Attempt<T> {}
}
