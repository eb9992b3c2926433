package org.meetwright.server.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Whether someone reads `2:00 pm` or `14:00`. A locale says so by its Unicode keyword `hc`, as in
/// `en-u-hc-h23`; one that does not follows the custom of its country.
public final class HourCycle {
  private static final String KEYWORD = "hc";

  private HourCycle() {}

  /// Returns whether a locale's reader reads `2:00 pm`.
  public static boolean isTwelve(Locale locale) {
    String chosen = chosen(locale);
    return chosen == null ? isTwelveByCustom(locale) : chosen.equals("h12") || chosen.equals("h11");
  }

  private static boolean isTwelveByCustom(Locale locale) {
    // In Canada's French an h is no letter of the pattern: 14 h 05.
    String pattern = Skeletons.pattern("jm", locale.stripExtensions()).replaceAll("'[^']*'", "");
    return pattern.indexOf('h') >= 0 || pattern.indexOf('K') >= 0;
  }

  /// Returns the locale of someone who has chosen his clock.
  ///
  /// @param twelve whether he reads `2:00 pm`
  public static Locale choose(Locale locale, boolean twelve) {
    return with(locale, twelve ? "h12" : "h23");
  }

  /// Returns another locale with the clock that was chosen, if one was.
  static Locale keep(Locale chosenIn, Locale other) {
    String chosen = chosen(chosenIn);
    return chosen == null ? other : with(other, chosen);
  }

  private static Locale with(Locale locale, String cycle) {
    return new Locale.Builder().setLocale(locale).setUnicodeLocaleKeyword(KEYWORD, cycle).build();
  }

  private static @Nullable String chosen(Locale locale) {
    String value = locale.getUnicodeLocaleType(KEYWORD);
    return value != null && value.matches("h1[12]|h2[34]") ? value : null;
  }
}
