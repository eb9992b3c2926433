package org.meetwright.server.api.exchange;

import static org.meetwright.core.value.InvalidValueException.shown;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.meetwright.core.value.InvalidValueException;

/// Reads times and languages of requests.
public final class Times {
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2999;

  private Times() {}

  /// Reads an instant of RFC 3339, with any offset.
  ///
  /// @throws InvalidValueException naming the field, if it is none
  public static Instant instant(String field, String text) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      checkYear(field, time.getYear());
      return time.toInstant();
    } catch (DateTimeException notATime) {
      throw new InvalidValueException(
          field, "must be a time like 2026-03-09T13:00:00Z, not " + shown(text));
    }
  }

  /// Reads a date of ISO 8601.
  ///
  /// @throws InvalidValueException naming the field, if it is none
  public static LocalDate date(String field, String text) {
    try {
      LocalDate date = LocalDate.parse(text);
      checkYear(field, date.getYear());
      return date;
    } catch (DateTimeException notADate) {
      throw new InvalidValueException(field, "must be a date like 2026-03-09, not " + shown(text));
    }
  }

  private static void checkYear(String field, int year) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new InvalidValueException(
          field, "must lie between the years " + FIRST_YEAR + " and " + LAST_YEAR);
    }
  }

  /// Reads a language tag of BCP 47.
  ///
  /// @throws InvalidValueException naming the field, if it is none
  public static Locale locale(String field, String text) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(text).build();
      if (text.length() <= 35 && !locale.getLanguage().isEmpty()) {
        return locale;
      }
    } catch (IllformedLocaleException notATag) {
      // Said below.
    }
    throw new InvalidValueException(
        field, "must be a language tag like en or pt-BR, not " + shown(text));
  }
}
