package org.meetwright.server.pages.account.hours;

import java.util.OptionalInt;
import org.meetwright.core.schedule.LocalHours;
import org.meetwright.server.pages.form.TypedTime;

/// A span of hours as it was typed.
///
/// @param from when it begins
/// @param to when it ends; midnight is the end of the day
record TypedHours(String from, String to) {
  static final TypedHours NONE = new TypedHours("", "");

  /// Returns what is usual to begin with.
  static TypedHours usual(HourFormat format) {
    return new TypedHours(format.time(9 * 60), format.time(17 * 60));
  }

  static TypedHours of(LocalHours hours, HourFormat format) {
    return new TypedHours(format.time(hours.startMinute()), format.time(hours.endMinute()));
  }

  /// Returns whether nothing was typed.
  boolean isBlank() {
    return from.isBlank() && to.isBlank();
  }

  /// Returns what is wrong with it: the key of a text, empty if nothing is.
  String wrong() {
    if (from.isBlank() || to.isBlank()) {
      return "hours.wrong.half";
    }
    if (start().isEmpty() || start().getAsInt() == LocalHours.DAY) {
      return "hours.wrong.from";
    }
    if (end().isEmpty()) {
      return "hours.wrong.to";
    }
    return end().getAsInt() <= start().getAsInt() ? "hours.wrong.order" : "";
  }

  /// Returns the span.
  ///
  /// @throws org.meetwright.core.value.InvalidValueException if something is wrong with it
  LocalHours read() {
    return new LocalHours(start().orElse(-1), end().orElse(-1));
  }

  private OptionalInt start() {
    return TypedTime.read(from);
  }

  private OptionalInt end() {
    OptionalInt end = TypedTime.read(to);
    return end.isPresent() && end.getAsInt() == 0 ? OptionalInt.of(LocalHours.DAY) : end;
  }
}
