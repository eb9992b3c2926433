package org.meetwright.server.api.model.schedule;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.meetwright.server.api.model.Identified;

/// A schedule, as the API shows it.
public record ApiSchedule(
    UUID id,
    String name,
    String timeZone,
    boolean isDefault,
    List<Weekly> weeklyHours,
    List<OverrideDate> overrides)
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

  /// Several of them.
  public record Listing(List<ApiSchedule> schedules) {}
}
