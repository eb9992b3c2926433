package org.meetwright.desktop.change;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/// A month as invitees see it.
///
/// @param times when a meeting can begin, by day; a day without any is left out
public record Month(YearMonth month, Map<LocalDate, List<Instant>> times) {
  /// Returns the times of a day.
  public List<Instant> of(LocalDate day) {
    return times.getOrDefault(day, List.of());
  }
}
