package org.meetwright.server.pages.account.security;

import io.helidon.http.Status;

/// What came of a try at something that could be guessed.
sealed interface Tried<T> {
  /// It was right.
  record Right<T>(T value) implements Tried<T> {}

  /// It was wrong, or was not looked at because too many have been wrong.
  ///
  /// @param text what to say
  record Refused<T>(Status status, String text) implements Tried<T> {}
}
