package org.meetwright.core.calendar;

import java.util.Locale;

/// How far it is believed that so many events of a calendar have vanished at once.
public enum Doubt {
  /// Nothing is in doubt.
  NONE,
  /// They were missing where everything was told. Everything is asked for once more.
  LISTING,
  /// The service said that they are gone. Everything is asked for once more.
  GONE,
  /// They were missing again. Their times stay taken until the host says that it is so, or they
  /// come back.
  TOLD,
  /// The host has said that it is so.
  BELIEVED;

  /// Returns the word that stands for it in the table.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Returns the doubt of a word in the table.
  public static Doubt stored(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
