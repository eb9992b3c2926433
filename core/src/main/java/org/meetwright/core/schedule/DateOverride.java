package org.meetwright.core.schedule;

import java.time.LocalDate;
import java.util.List;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;

/// Replaces all weekly hours of one date.
///
/// @param hours what is open instead, sorted; nothing if empty
public record DateOverride(LocalDate date, List<LocalHours> hours) {
  private static final int MOST_HOURS = 200;

  /// Creates the override.
  ///
  /// @throws InvalidValueException (field `intervals`) if two of the hours overlap, or there are
  ///   more than 200
  public DateOverride {
    Text.number("intervals", hours.size(), 0, MOST_HOURS);
    hours = LocalHours.withoutOverlap("intervals", hours);
  }
}
