package org.meetwright.core.calendar;

import java.util.Locale;

/// Whether a calendar account is asked.
public enum ConnectionState {
  /// It is asked.
  ACTIVE,
  /// Its service no longer accepts the password: the host has to sign in again. What is known
  /// stays.
  REAUTH,
  /// The host does not want it asked for now. What is known stays.
  PAUSED,
  /// It is being disconnected: nothing of it is known any more, and the events of the host's
  /// meetings to come are deleted there.
  REMOVING;

  /// Returns the word that stands for it outside the program.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ConnectionState stored(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
