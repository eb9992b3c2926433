package org.meetwright.server.api.model.schedule;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.api.model.Identified;

/// A schedule, as the API shows it.
///
/// @param holidays the public holidays on which it is closed; null if they do not count
/// @param travel dates whose hours are meant in another zone
public record ApiSchedule(
    UUID id,
    String name,
    String timeZone,
    boolean isDefault,
    List<Weekly> weeklyHours,
    List<OverrideDate> overrides,
    @Nullable Holidays holidays,
    List<Travel> travel)
    implements Identified {

  /// Open hours of every week.
  ///
  /// @param day MONDAY to SUNDAY
  /// @param start `HH:MM`, inclusive
  /// @param end `HH:MM`, exclusive, `24:00` allowed
  public record Weekly(String day, String start, String end) {}

  /// The hours of one date instead of the weekly ones; none to close it.
  public record OverrideDate(LocalDate date, List<Hours> intervals) {}

  /// Open hours of one date.
  public record Hours(String start, String end) {}

  /// The public holidays of a country, or of a region of it.
  ///
  /// @param country such as DE
  /// @param region such as BY; null for the holidays that all of the country has
  /// @param except holidays that do not count: ids, which mean every year, and dates
  public record Holidays(String country, @Nullable String region, @Nullable List<String> except) {}

  /// Dates, both inclusive, whose hours are meant in another zone.
  public record Travel(LocalDate from, LocalDate to, String timeZone) {}

  /// Several of them.
  public record Listing(List<ApiSchedule> schedules) {}
}
