package org.meetwright.server.pages.account.bookings;

import java.util.Arrays;
import java.util.Locale;

/// What a list of bookings shows.
enum ListKind {
  /// What is still to come, and today's.
  UPCOMING,
  TODAY,
  /// What waits for the host's answer.
  REQUESTS,
  PAST,
  ALL;

  /// Returns the word that stands for it in addresses.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Returns what a word stands for: what is to come if it stands for nothing.
  static ListKind of(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElse(UPCOMING);
  }
}
