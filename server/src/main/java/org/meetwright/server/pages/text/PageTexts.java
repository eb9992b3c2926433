package org.meetwright.server.pages.text;

import java.util.Locale;
import org.meetwright.server.text.Texts;

/// The words of the pages. All of them are in `texts.properties`.
public final class PageTexts {
  private static final String BUNDLE = "org.meetwright.server.pages.texts";

  private PageTexts() {}

  /// Returns the words for a locale; English where there is no translation.
  public static Texts of(Locale locale) {
    return Texts.of(BUNDLE, locale);
  }

  /// Returns a length of time as people say it.
  ///
  /// @param minutes at least 1
  public static String duration(Texts texts, int minutes) {
    if (minutes < 60) {
      return texts.get("duration.minutes", minutes);
    }
    return minutes % 60 == 0
        ? texts.get("duration.hours", minutes / 60)
        : texts.get("duration.hoursAndMinutes", minutes / 60, minutes % 60);
  }
}
