package org.meetwright.server.pages.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/// The words of the pages in one language. All of them are in `texts.properties`.
public final class Texts {
  private static final String BUNDLE = "org.meetwright.server.pages.texts";

  private final Locale locale;
  private final ResourceBundle words;

  private Texts(Locale locale) {
    this.locale = locale;
    // The server's default locale must not decide what invitees read.
    Control noFallback = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    this.words = ResourceBundle.getBundle(BUNDLE, locale, noFallback);
  }

  /// Returns the words for a locale; English where there is no translation.
  public static Texts of(Locale locale) {
    return new Texts(locale);
  }

  /// Returns the text of a key with its places filled in.
  ///
  /// @throws java.util.MissingResourceException if there is no such key
  public String get(String key, Object... arguments) {
    String text = words.getString(key);
    return arguments.length == 0 ? text : new MessageFormat(text, locale).format(arguments);
  }

  /// Returns a length of time as people say it.
  ///
  /// @param minutes at least 1
  public String duration(int minutes) {
    if (minutes < 60) {
      return get("duration.minutes", minutes);
    }
    return minutes % 60 == 0
        ? get("duration.hours", minutes / 60)
        : get("duration.hoursAndMinutes", minutes / 60, minutes % 60);
  }
}
