package org.meetwright.desktop.text;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.meetwright.server.text.Texts;

/// The words of the app in a host's language, and times as they are said in his zone.
public final class Words {
  /// The languages that the app speaks; English first.
  public static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "pt", "ja", "ar");

  private static final String BUNDLE = "org.meetwright.desktop.texts";
  private static final String PAGES = "org.meetwright.server.pages.account.texts";
  private static final int MINUTES_OF_AN_HOUR = 60;

  private final Texts texts;
  private final Texts pages;
  private final Locale locale;
  private final ZoneId zone;

  private Words(Locale locale, ZoneId zone) {
    this.texts = Texts.of(BUNDLE, locale);
    this.pages = Texts.of(PAGES, locale);
    this.locale =
        new Locale.Builder().setLocale(locale).setUnicodeLocaleKeyword("nu", "latn").build();
    this.zone = zone;
  }

  /// Returns the words for a host.
  public static Words of(Locale locale, ZoneId zone) {
    return new Words(locale, zone);
  }

  /// Returns the words of this computer's user.
  public static Words ofThisComputer() {
    return of(Locale.getDefault(), ZoneId.systemDefault());
  }

  /// Returns a host's locale: the user's own if it is of the language that the host has chosen, as
  /// that knows the country too.
  public static Locale locale(String language) {
    Locale own = Locale.getDefault();
    Locale chosen = Locale.forLanguageTag(language);
    return own.getLanguage().equals(chosen.getLanguage()) ? own : chosen;
  }

  /// Returns a text.
  public String get(String key, Object... values) {
    return texts.get(key, values);
  }

  /// Returns whether there is a text.
  public boolean has(String key) {
    return texts.has(key);
  }

  /// Returns a text of the pages on which hosts change the same things: what is one thing has one
  /// name.
  public String page(String key, Object... values) {
    return pages.get(key, values);
  }

  /// Returns whether those pages have a text.
  public boolean hasPage(String key) {
    return pages.has(key);
  }

  /// Returns the language of the words (BCP 47).
  public String language() {
    return texts.language();
  }

  /// Returns the name of a language (BCP 47) in that language.
  public static String languageName(String language) {
    Locale named = Locale.forLanguageTag(language);
    return named.getDisplayName(named);
  }

  /// Returns whether the words run from right to left.
  public boolean rightToLeft() {
    return texts.direction().equals("rtl");
  }

  /// Returns the zone of the times.
  public ZoneId zone() {
    return zone;
  }

  /// Returns the locale of dates and times.
  public Locale locale() {
    return locale;
  }

  /// Returns the local date of an instant.
  public LocalDate date(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }

  /// Returns a time of day.
  public String time(Instant instant) {
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
        .withLocale(locale)
        .format(instant.atZone(zone));
  }

  /// Returns from when to when.
  public String span(Instant start, Instant end) {
    return time(start) + " – " + time(end);
  }

  /// Returns a date with its day of the week and without its year.
  public String day(LocalDate date) {
    return pattern("MMMMEEEEd", date);
  }

  /// Returns the same, shorter.
  public String shortDay(LocalDate date) {
    return pattern("MMMEEEd", date);
  }

  /// Returns a date with its year.
  public String fullDay(LocalDate date) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale).format(date);
  }

  /// Returns a day relative to another, if it is near: today, tomorrow, or its date.
  public String relativeDay(LocalDate date, LocalDate today) {
    if (date.equals(today)) {
      return get("day.today");
    }
    if (date.equals(today.plusDays(1))) {
      return get("day.tomorrow");
    }
    return date.getYear() == today.getYear() ? day(date) : fullDay(date);
  }

  /// Returns a length of time, to the minute.
  public String length(Duration length) {
    long minutes = length.toMinutes();
    long hours = minutes / MINUTES_OF_AN_HOUR;
    long rest = minutes % MINUTES_OF_AN_HOUR;
    if (hours == 0) {
      return get("length.minutes", rest);
    }
    return rest == 0 ? get("length.hours", hours) : get("length.both", hours, rest);
  }

  private String pattern(String skeleton, LocalDate date) {
    return DateTimeFormatter.ofLocalizedPattern(skeleton).withLocale(locale).format(date);
  }
}
