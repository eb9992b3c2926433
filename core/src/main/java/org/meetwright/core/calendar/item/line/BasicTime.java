package org.meetwright.core.calendar.item.line;

import java.time.DateTimeException;
import java.time.LocalDateTime;

/// A date or a time as iCalendar writes them: `20260301`, `20260301T090000`, `20260301T090000Z`.
///
/// @param local midnight if it is a date
/// @param date whether it has no time
/// @param utc whether it ends with `Z`
public record BasicTime(LocalDateTime local, boolean date, boolean utc) {
  /// Reads it.
  ///
  /// @throws DateTimeException if it is not of one of these forms, or there is no such day
  public static BasicTime parse(String text) {
    String value = text.strip();
    int length = value.length();
    boolean utc = length == 16 && (value.charAt(15) == 'Z' || value.charAt(15) == 'z');
    boolean time = utc || length == 15;
    if ((!time && length != 8) || (time && value.charAt(8) != 'T')) {
      throw new DateTimeException("Not a date or time");
    }
    LocalDateTime local =
        LocalDateTime.of(
            number(value, 0, 4),
            number(value, 4, 6),
            number(value, 6, 8),
            time ? number(value, 9, 11) : 0,
            time ? number(value, 11, 13) : 0,
            // A leap second is the second before.
            time ? Math.min(59, number(value, 13, 15)) : 0);
    return new BasicTime(local, !time, utc);
  }

  private static int number(String text, int begin, int end) {
    int number = 0;
    for (int i = begin; i < end; i++) {
      char digit = text.charAt(i);
      if (digit < '0' || digit > '9') {
        throw new DateTimeException("Not a date or time");
      }
      number = 10 * number + digit - '0';
    }
    return number;
  }
}
