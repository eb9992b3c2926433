package org.meetwright.server.text;

import java.text.ListFormat;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/// The texts of one bundle in one language: English (the file without a suffix) where a language is
/// missing. The JVM's own locale never counts.
public final class Texts {
  /// The usual control would try the JVM's locale before English.
  private static final Control NO_FALLBACK =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  private final ResourceBundle bundle;
  private final Locale locale;

  private Texts(ResourceBundle bundle, Locale locale) {
    this.bundle = bundle;
    this.locale = locale;
  }

  /// Returns the texts of a bundle.
  ///
  /// @param bundle its name, for example `org.meetwright.server.mail.texts`
  /// @throws java.util.MissingResourceException if there is no such bundle
  public static Texts of(String bundle, Locale locale) {
    return new Texts(ResourceBundle.getBundle(bundle, locale, NO_FALLBACK), locale);
  }

  /// Returns the tag (BCP 47) of the language that the texts are in.
  public String language() {
    String found = bundle.getLocale().getLanguage();
    return found.isEmpty() ? "en" : found;
  }

  /// Returns the direction that the texts run in: `ltr` or `rtl`.
  public String direction() {
    return language().equals("ar") ? "rtl" : "ltr";
  }

  /// Returns what stands between a label and what it is about.
  public String colon() {
    return switch (language()) {
      case "fr" -> "\u00a0: ";
      case "ja" -> "：";
      default -> ": ";
    };
  }

  /// Returns names as one phrase: "Ada, Bea and Cem".
  public String list(List<String> names) {
    return list(locale, names);
  }

  /// Returns names as one phrase of a language.
  public static String list(Locale locale, List<String> names) {
    return ListFormat.getInstance(locale, ListFormat.Type.STANDARD, ListFormat.Style.FULL)
        .format(names);
  }

  /// Dates and times have Latin digits in every language; so have the numbers between the words.
  private static Locale latin(Locale locale) {
    return new Locale.Builder().setLocale(locale).setUnicodeLocaleKeyword("nu", "latn").build();
  }

  /// Returns whether the bundle has a text.
  public boolean has(String key) {
    return bundle.containsKey(key);
  }

  /// Returns a text.
  ///
  /// @param values what stands for `{0}`, `{1}`, ...
  /// @throws java.util.MissingResourceException if the bundle has no such text
  public String get(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), latin(locale)).format(values);
  }
}
