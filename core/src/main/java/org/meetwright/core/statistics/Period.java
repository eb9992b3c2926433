package org.meetwright.core.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.InvalidValueException;

/// Which bookings are counted: those that begin on a range of local dates.
///
/// @param from the first date
/// @param to the last date, inclusive
/// @param zone where dates and weeks begin
/// @param hostId whose they are; null for everyone's
public record Period(LocalDate from, LocalDate to, ZoneId zone, @Nullable UUID hostId) {
  /// How long a period may be, in days: ten years.
  public static final int LONGEST = 3660;

  /// Creates the period.
  ///
  /// @throws InvalidValueException (field `to`) if it is before `from`, or more than ten years
  ///   after
  public Period {
    long days = ChronoUnit.DAYS.between(from, to);
    if (days < 0 || days >= LONGEST) {
      throw new InvalidValueException(
          "to", "must be at most " + LONGEST + " days after " + from + ", not " + to);
    }
  }

  Instant start() {
    return from.atStartOfDay(zone).toInstant();
  }

  Instant end() {
    return to.plusDays(1).atStartOfDay(zone).toInstant();
  }
}
