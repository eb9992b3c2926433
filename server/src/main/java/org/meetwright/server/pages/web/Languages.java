package org.meetwright.server.pages.web;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.meetwright.server.text.Translations;

/// The languages of a visitor.
///
/// @param page the language of the page, in his country: his country decides on which day a week
///   begins and how times are written
/// @param asked the language in which he is written to
public record Languages(Locale page, Locale asked) {
  private static final int LONGEST_HEADER = 500;

  /// Finds them: the language that was chosen, else the first one of an `Accept-Language` header
  /// that there are texts in; British English if neither says anything.
  ///
  /// @param chosen a tag such as `de`; empty if nothing was chosen
  public static Languages of(String header, String chosen) {
    List<Locale> asked = asked(header);
    String country = asked.stream().findFirst().map(Locale::getCountry).orElse("");
    if (Translations.find(chosen).isPresent()) {
      Locale page =
          asked.stream()
              .filter(locale -> locale.getLanguage().equals(chosen))
              .findFirst()
              .map(Translations::readable)
              .orElseGet(() -> Translations.in(chosen, country));
      return new Languages(page, page);
    }
    return asked.stream()
        .filter(Translations::has)
        .findFirst()
        .map(first -> new Languages(Translations.readable(first), first))
        .orElseGet(
            () -> {
              Locale english = Translations.in("en", country);
              return new Languages(english, asked.isEmpty() ? english : asked.getFirst());
            });
  }

  private static List<Locale> asked(String header) {
    if (header.isBlank() || header.length() > LONGEST_HEADER) {
      return List.of();
    }
    try {
      return LanguageRange.parse(header).stream()
          .map(range -> Locale.forLanguageTag(range.getRange()))
          .filter(locale -> !locale.getLanguage().isEmpty())
          .map(locale -> Locale.of(locale.getLanguage(), locale.getCountry()))
          .toList();
    } catch (IllegalArgumentException malformed) {
      return List.of();
    }
  }
}
