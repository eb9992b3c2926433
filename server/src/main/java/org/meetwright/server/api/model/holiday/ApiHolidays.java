package org.meetwright.server.api.model.holiday;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The public holidays of a year.
///
/// @param country its code
/// @param region its code; null for the holidays that all of the country has
/// @param regions those of the country that have holidays of their own, by name
public record ApiHolidays(
    String country,
    @Nullable String region,
    int year,
    List<ApiPlace> regions,
    List<ApiHoliday> holidays) {

  /// A holiday on one date.
  ///
  /// @param id what a schedule's `except` names it by; the same every year
  /// @param name what people call it
  public record ApiHoliday(String id, LocalDate date, String name) {}
}
