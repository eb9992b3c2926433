package org.meetwright.core.schedule;

import java.time.LocalDate;
import java.time.ZoneId;
import org.meetwright.core.value.InvalidValueException;

/// Local dates whose hours are read in another time zone than the schedule's.
///
/// @param from the first date, inclusive
/// @param to the last date, inclusive
/// @param timeZone the zone in which weekly hours and date overrides of these dates are meant
public record Travel(LocalDate from, LocalDate to, ZoneId timeZone) {
  /// Creates the travel.
  ///
  /// @throws InvalidValueException (field `to`) if it ends before it begins
  public Travel {
    if (to.isBefore(from)) {
      throw new InvalidValueException("to", "must not be before from " + from + ": " + to);
    }
  }

  boolean contains(LocalDate date) {
    return !date.isBefore(from) && !date.isAfter(to);
  }
}
