package org.meetwright.core.calendar.account;

import java.util.Locale;
import org.meetwright.core.value.InvalidValueException;

/// What becomes of the events of meetings to come that stand in an account that is disconnected.
public enum WrittenEvents {
  /// They are deleted there, before the account is forgotten.
  DELETE,
  /// They stay there. Whatever becomes of their meetings, nobody changes them any more.
  KEEP;

  /// Returns the one that a word stands for.
  ///
  /// @throws InvalidValueException (field `events`) if there is none
  public static WrittenEvents of(String word) {
    for (WrittenEvents one : values()) {
      if (one.name().toLowerCase(Locale.ROOT).equals(word)) {
        return one;
      }
    }
    throw new InvalidValueException(
        "events", "must be delete or keep, not " + InvalidValueException.shown(word));
  }
}
