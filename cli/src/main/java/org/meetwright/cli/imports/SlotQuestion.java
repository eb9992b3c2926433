package org.meetwright.cli.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// A question to another service for the slots of an event type.
///
/// @param id what the event type is called there
/// @param from the first date
/// @param to the last date
/// @param now services answer nothing for what has passed
public record SlotQuestion(String id, LocalDate from, LocalDate to, ZoneId zone, Instant now) {
  /// Returns the dates.
  public List<LocalDate> dates() {
    return from.datesUntil(to.plusDays(1)).toList();
  }

  /// Returns the first instant of the dates.
  public Instant begin() {
    return from.atStartOfDay(zone).toInstant();
  }

  /// Returns the first instant after the dates.
  public Instant end() {
    return to.plusDays(1).atStartOfDay(zone).toInstant();
  }
}
