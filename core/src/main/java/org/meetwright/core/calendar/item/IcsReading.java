package org.meetwright.core.calendar.item;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of reading a calendar.
public sealed interface IcsReading {
  /// It was read. It may be empty.
  ///
  /// @param items one for each UID
  /// @param unreadable how many events could not be read
  /// @param name what it calls itself; empty if it does not say
  /// @param color `#rrggbb`; null if it does not say
  /// @param zone for days and times without a zone; null if it does not say
  record Read(
      List<CalendarItem> items,
      int unreadable,
      String name,
      @Nullable String color,
      @Nullable ZoneId zone)
      implements IcsReading {}

  /// It is no calendar, or not a whole one: nothing in it may be believed.
  ///
  /// @param reason a sentence for the calendar's owner
  record NoCalendar(String reason) implements IcsReading {}

  /// It is larger than what is read.
  ///
  /// @param reason which limit it passes, a sentence for the calendar's owner
  record TooLarge(String reason) implements IcsReading {}
}
