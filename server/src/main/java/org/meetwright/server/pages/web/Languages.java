package org.meetwright.server.pages.web;

import java.time.DayOfWeek;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.meetwright.server.text.Regions;
import org.meetwright.server.text.Translations;

/// The languages and habits of a visitor.
///
/// @param page the language of the page, as his region writes it; a week begins as it does there
/// @param asked the language in which he is written to, with his region
/// @param habits tells how times are written in his region
public record Languages(Locale page, Locale asked, Locale habits) {
  private static final int LONGEST_HEADER = 500;

  /// Finds them: the language that was chosen, else the first one of an `Accept-Language` header
  /// that there are texts in; British English if neither says anything.
  ///
  /// @param chosen a tag such as `de`; empty if nothing was chosen
  public static Languages of(String header, String chosen) {
    List<Locale> asked = asked(header);
    Optional<Locale> choice = Translations.find(chosen);
    String region = Regions.of(choice.map(language -> before(language, asked)).orElse(asked));
    Locale language =
        choice
            .or(() -> asked.stream().filter(Translations::has).findFirst())
            .orElse(Locale.ENGLISH);
    // Who reads none of our languages may be written to in his own one day.
    Locale own =
        choice.isEmpty() && asked.stream().noneMatch(Translations::has) && !asked.isEmpty()
            ? asked.getFirst()
            : language;
    Locale page = Translations.in(language.getLanguage(), region);
    return new Languages(
        inWeeksOf(region, page),
        region.isEmpty() ? page : Locale.of(own.getLanguage(), region),
        habits(page, asked, region));
  }

  /// The languages of a header behind one that was chosen; those regions count first that are named
  /// with it. One without a region says nothing beside a header that names one.
  private static List<Locale> before(Locale chosen, List<Locale> asked) {
    List<Locale> all =
        new ArrayList<>(
            asked.stream()
                .filter(locale -> locale.getLanguage().equals(chosen.getLanguage()))
                .toList());
    if (all.isEmpty() && asked.stream().noneMatch(locale -> !locale.getCountry().isEmpty())) {
      all.add(chosen);
    }
    all.addAll(asked);
    return all;
  }

  private static Locale inWeeksOf(String region, Locale page) {
    if (region.isEmpty()) {
      return page;
    }
    DayOfWeek first = WeekFields.of(Locale.of("", region)).getFirstDayOfWeek();
    if (first == WeekFields.of(page).getFirstDayOfWeek()) {
      return page;
    }
    String day = first.name().substring(0, 3).toLowerCase(Locale.ROOT);
    return new Locale.Builder().setLocale(page).setUnicodeLocaleKeyword("fw", day).build();
  }

  private static Locale habits(Locale page, List<Locale> asked, String region) {
    if (region.isEmpty() || page.getCountry().equals(region)) {
      return page;
    }
    return asked.stream()
        .map(locale -> Locale.of(locale.getLanguage(), region))
        .filter(Translations::isKnown)
        .findFirst()
        .orElseGet(() -> Locale.of("", region));
  }

  private static List<Locale> asked(String header) {
    if (header.isBlank() || header.length() > LONGEST_HEADER) {
      return List.of();
    }
    try {
      return LanguageRange.parse(header).stream()
          .map(range -> Locale.forLanguageTag(range.getRange()))
          .filter(locale -> !locale.getLanguage().isEmpty())
          .toList();
    } catch (IllegalArgumentException malformed) {
      return List.of();
    }
  }
}
