package org.meetwright.cli.arguments;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.meetwright.core.value.TimeZones;
import org.meetwright.server.settings.source.EditDistance;

/// Guesses what somebody meant who typed something that there is not.
public final class SpellingSuggestion {
  private SpellingSuggestion() {}

  /// Returns the word that takes the fewest changes of a letter; empty if none is near. A word of
  /// which the beginning was typed is near.
  public static Optional<String> of(String typed, Collection<String> known) {
    return known.stream()
        .filter(word -> distance(typed, word) <= tolerated(word))
        .min(Comparator.comparingInt(word -> distance(typed, word)));
  }

  /// Two letters in the wrong order are two changes.
  private static int tolerated(String word) {
    return Math.max(word.length() < 4 ? 1 : 2, word.length() / 3);
  }

  private static int distance(String typed, String word) {
    boolean begun = typed.length() > 1 && word.startsWith(typed);
    return begun ? 0 : EditDistance.between(typed, word);
  }

  /// Returns the time zone that somebody meant: of a city, or with a slip of the keyboard.
  public static Optional<String> zone(String typed) {
    String wanted = typed.strip().replace(' ', '_').toLowerCase(Locale.ROOT);
    return TimeZones.places().stream()
        .filter(zone -> ("/" + zone).toLowerCase(Locale.ROOT).endsWith("/" + wanted))
        .findFirst()
        .or(() -> of(wanted, TimeZones.places()));
  }
}
