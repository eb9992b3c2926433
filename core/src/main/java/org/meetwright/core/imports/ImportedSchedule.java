package org.meetwright.core.imports;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.meetwright.core.schedule.DateOverride;
import org.meetwright.core.schedule.Schedule;
import org.meetwright.core.schedule.WeeklyHours;
import org.meetwright.core.value.Text;

/// A schedule of another service.
///
/// @param key what tells it apart there, at most 300 characters
/// @param hostKey whose it is
/// @param isDefault whether it is what counts if an event type names none
public record ImportedSchedule(
    String key,
    String hostKey,
    String name,
    ZoneId timeZone,
    boolean isDefault,
    List<WeeklyHours> weeklyHours,
    List<DateOverride> overrides) {
  private static final UUID NOBODY = new UUID(0, 0);

  /// Creates the schedule.
  ///
  /// @throws org.meetwright.core.value.InvalidValueException as a schedule here does
  public ImportedSchedule {
    key = Text.line("id", key, ImportedHost.LONGEST_KEY);
    Schedule checked =
        new Schedule(NOBODY, NOBODY, name, timeZone, isDefault, weeklyHours, overrides);
    name = checked.name();
    weeklyHours = checked.weeklyHours();
    overrides = checked.overrides();
  }

  /// Returns the schedule as it is here.
  Schedule as(UUID id, UUID hostId, boolean asDefault) {
    return new Schedule(id, hostId, name, timeZone, asDefault, weeklyHours, overrides);
  }
}
