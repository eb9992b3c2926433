package org.meetwright.core.calendar.item;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The times that an event takes in a window.
///
/// @param busy those that overlap the window, whole, by start
/// @param unknownZones names of zones that nobody knows; their times were read in the calendar's
/// @param problem why times may be missing; [Problem#NONE] if none are
public record ExpandedEvent(List<BusySpan> busy, Set<String> unknownZones, Problem problem) {
  /// Why times of an event may be missing.
  public enum Problem {
    /// None are missing.
    NONE,
    /// It can't be read.
    UNREADABLE,
    /// Its rule can't be understood. Its first time is told.
    BAD_RULE,
    /// It repeats every minute or second. Its first time is told.
    TOO_FINE,
    /// It has more occurrences than are counted.
    PAST_BUDGET;

    /// Returns the word that stands for it in a table.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
