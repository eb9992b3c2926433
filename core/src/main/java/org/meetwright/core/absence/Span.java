package org.meetwright.core.absence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.meetwright.core.time.IntervalSet;
import org.meetwright.core.time.LocalDates;
import org.meetwright.core.value.InvalidValueException;

/// How long a host is absent.
public sealed interface Span {

  /// Whole local dates, in the zone of the host's default schedule.
  ///
  /// @param from inclusive
  /// @param to inclusive
  record Dates(LocalDate from, LocalDate to) implements Span {
    /// Creates the span.
    ///
    /// @throws InvalidValueException (field `to`) if it ends before it begins
    public Dates {
      if (to.isBefore(from)) {
        throw new InvalidValueException("to", "must not be before from " + from + ": " + to);
      }
    }
  }

  /// Instants.
  ///
  /// @param from inclusive
  /// @param to exclusive
  record Instants(Instant from, Instant to) implements Span {
    /// Creates the span.
    ///
    /// @throws InvalidValueException (field `to`) if it does not end after its start
    public Instants {
      if (!from.isBefore(to)) {
        throw new InvalidValueException("to", "must be after from " + from + ": " + to);
      }
    }
  }

  /// Returns the seconds that it covers.
  ///
  /// @param zone of the host's default schedule
  default IntervalSet seconds(ZoneId zone) {
    return switch (this) {
      case Dates(LocalDate from, LocalDate to) -> LocalDates.between(from, to, zone);
      case Instants(Instant from, Instant to) ->
          IntervalSet.of(from.getEpochSecond(), IntervalSet.ceilSecond(to));
    };
  }

  /// Returns when it begins, as it was given.
  default String first() {
    return switch (this) {
      case Dates dates -> dates.from().toString();
      case Instants instants -> instants.from().toString();
    };
  }

  /// Returns when it ends, as it was given.
  default String last() {
    return switch (this) {
      case Dates dates -> dates.to().toString();
      case Instants instants -> instants.to().toString();
    };
  }
}
