package org.meetwright.core.eventtype.rule;

import java.time.LocalDate;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;

/// Which local dates can be booked, in the schedule's zone.
public sealed interface BookingWindow {

  /// Today and the `days` days after it.
  ///
  /// @param days 0 to 3650
  record Rolling(int days) implements BookingWindow {
    /// Creates the window.
    ///
    /// @throws InvalidValueException (field `days`) if out of range
    public Rolling {
      Text.number("days", days, 0, 3650);
    }
  }

  /// The dates from one to another, both inclusive.
  record Dates(LocalDate from, LocalDate to) implements BookingWindow {
    /// Creates the window.
    ///
    /// @throws InvalidValueException (field `to`) if it ends before it begins
    public Dates {
      if (to.isBefore(from)) {
        throw new InvalidValueException("to", "must not be before from " + from + ": " + to);
      }
    }
  }

  /// Every date.
  record Unlimited() implements BookingWindow {}
}
