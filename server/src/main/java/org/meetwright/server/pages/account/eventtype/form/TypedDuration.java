package org.meetwright.server.pages.account.eventtype.form;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// A length of time as it is typed: a number and its unit.
///
/// @param unit `minutes`, `hours` or `days`
public record TypedDuration(String number, String unit) {
  /// How long a number may be as it is typed, in characters: a year of minutes.
  public static final int LONGEST = 6;

  private static final int HOUR = 60;
  private static final int DAY = 24 * HOUR;

  /// Returns how minutes are written: in the largest unit that has no rest.
  ///
  /// @param minutes null for no number
  static TypedDuration of(@Nullable Integer minutes) {
    if (minutes == null) {
      return new TypedDuration("", "hours");
    }
    if (minutes != 0 && minutes % DAY == 0) {
      return new TypedDuration(String.valueOf(minutes / DAY), "days");
    }
    return minutes != 0 && minutes % HOUR == 0
        ? new TypedDuration(String.valueOf(minutes / HOUR), "hours")
        : new TypedDuration(String.valueOf(minutes), "minutes");
  }

  /// Returns the minutes; empty if the number is none, or far too large.
  OptionalInt minutes() {
    OptionalInt typed = number(number);
    int unitMinutes =
        switch (unit) {
          case "days" -> DAY;
          case "hours" -> HOUR;
          default -> 1;
        };
    return typed.isEmpty() ? typed : OptionalInt.of(typed.getAsInt() * unitMinutes);
  }

  /// Reads a whole number of at most six digits, of any script; empty if it is none.
  public static OptionalInt number(String typed) {
    String text = typed.strip();
    if (text.isEmpty() || text.length() > 6 || !text.codePoints().allMatch(Character::isDigit)) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(Integer.parseInt(text));
  }
}
