package org.meetwright.core.schedule;

import java.time.LocalDate;
import java.util.List;
import org.meetwright.core.value.InvalidValueException;

/// Replaces all weekly hours of one date.
///
/// @param hours what is open instead, sorted; nothing if empty
public record DateOverride(LocalDate date, List<LocalHours> hours) {

  /// Creates the override.
  ///
  /// @throws InvalidValueException (field `intervals`) if two of the hours overlap
  public DateOverride {
    hours = LocalHours.withoutOverlap("intervals", hours);
  }
}
