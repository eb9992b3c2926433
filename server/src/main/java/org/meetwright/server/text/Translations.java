package org.meetwright.server.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The languages of the texts. Readers of other languages get English, in the usual format of their
/// country if it is known.
public final class Translations {
  /// One locale for each language, without a country.
  public static final List<Locale> ALL =
      List.of(
          Locale.ENGLISH,
          Locale.GERMAN,
          Locale.of("es"),
          Locale.FRENCH,
          Locale.of("pt"),
          Locale.JAPANESE,
          Locale.of("ar"));

  private static final Locale USUAL = Locale.UK;
  private static final Set<Locale> KNOWN =
      Arrays.stream(Locale.getAvailableLocales()).collect(Collectors.toUnmodifiableSet());

  private Translations() {}

  /// Returns whether there are texts in the language of a locale.
  public static boolean has(Locale locale) {
    return ALL.stream().anyMatch(known -> known.getLanguage().equals(locale.getLanguage()));
  }

  /// Returns the language of a tag such as `de`; empty if there are no texts in it.
  public static Optional<Locale> find(String tag) {
    return ALL.stream().filter(known -> known.getLanguage().equals(tag)).findFirst();
  }

  /// Returns the locale in which someone reads texts, dates and times: all in one language, and
  /// with the clock that he has chosen.
  public static Locale readable(Locale wanted) {
    return HourCycle.keep(
        wanted, in(has(wanted) ? wanted.getLanguage() : "en", wanted.getCountry()));
  }

  /// Returns whether it is known how a language is written in a country.
  public static boolean isKnown(Locale locale) {
    return KNOWN.contains(locale);
  }

  /// Returns a language after the habits of a country, as far as these are known.
  ///
  /// @param country may be empty
  public static Locale in(String language, String country) {
    Locale there = Locale.of(language, country);
    if (!country.isEmpty() && KNOWN.contains(there)) {
      return there;
    }
    return language.equals("en") ? USUAL : Locale.of(language);
  }
}
