package org.meetwright.core.holiday;

import java.time.LocalDate;
import java.util.Locale;

/// A public holiday on one date.
///
/// @param id what it is called in every year, such as `NEW_YEAR`. All dates of one id in a year are
///   one holiday of several days. If a holiday is kept in several months of a year, the id ends in
///   the month: `BANK_HOLIDAY/08`.
/// @param date the date on which it is kept, which may be another one than that of the event, as
///   the Monday after a Sunday
public record Holiday(String id, LocalDate date) {

  /// Returns what it is called, in English if its name is not known in the language.
  public String name(Locale language) {
    return HolidayCalendar.name(this, language);
  }

  /// Returns the id without a month.
  String key() {
    int month = id.indexOf('/');
    return month < 0 ? id : id.substring(0, month);
  }

  /// Returns whether an exception means it: its id, with or without a month, or its date.
  public boolean isMeantBy(String exception) {
    return exception.equals(id)
        || exception.equals(key())
        || exception.equals("%s/%02d".formatted(key(), date.getMonthValue()))
        || exception.equals(date.toString());
  }
}
