package org.meetwright.cli.commands.eventtype;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.api.model.eventtype.ApiEventType;

/// A booking window as text: days, like `60`; dates, like `2026-03-01..2026-03-31`; `unlimited`.
final class WindowText {
  private WindowText() {}

  /// Reads a booking window.
  ///
  /// @throws InvalidValueException (field `--window`) if it is none
  static ApiEventType.Window read(String text) {
    if (text.equals("unlimited")) {
      return new ApiEventType.Window("unlimited", null, null, null);
    }
    if (text.matches("[0-9]{1,5}")) {
      return new ApiEventType.Window("rolling", Integer.valueOf(text), null, null);
    }
    String[] dates = text.split("\\.\\.", -1);
    if (dates.length == 2 && isDate(dates[0]) && isDate(dates[1])) {
      return new ApiEventType.Window(
          "dates", null, LocalDate.parse(dates[0]), LocalDate.parse(dates[1]));
    }
    throw new InvalidValueException(
        "--window",
        "must be days like 60, dates like 2026-03-01..2026-03-31, or unlimited, not "
            + InvalidValueException.shown(text));
  }

  private static boolean isDate(String text) {
    try {
      return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") && LocalDate.parse(text).getYear() > 0;
    } catch (DateTimeException noSuchDate) {
      return false;
    }
  }
}
