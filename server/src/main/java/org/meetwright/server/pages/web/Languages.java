package org.meetwright.server.pages.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Set;
import java.util.stream.Collectors;

/// The languages of a visitor.
///
/// @param page the language of the page, in his country: his country decides on which day a week
///   begins and how times are written
/// @param asked the language that his browser asks for first
public record Languages(Locale page, Locale asked) {
  private static final int LONGEST_HEADER = 500;
  private static final Locale USUAL = Locale.UK;
  private static final Set<Locale> KNOWN =
      Arrays.stream(Locale.getAvailableLocales()).collect(Collectors.toUnmodifiableSet());

  /// Reads them from an `Accept-Language` header; British English if it says nothing.
  public static Languages of(String header) {
    Locale asked = asked(header);
    Locale here = Locale.of("en", asked.getCountry());
    return new Languages(
        !asked.getCountry().isEmpty() && KNOWN.contains(here) ? here : USUAL, asked);
  }

  private static Locale asked(String header) {
    if (header.isBlank() || header.length() > LONGEST_HEADER) {
      return USUAL;
    }
    try {
      String first = LanguageRange.parse(header).getFirst().getRange();
      Locale locale = Locale.forLanguageTag(first);
      return locale.getLanguage().isEmpty()
          ? USUAL
          : Locale.of(locale.getLanguage(), locale.getCountry());
    } catch (IllegalArgumentException malformed) {
      return USUAL;
    }
  }
}
