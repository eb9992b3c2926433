package org.meetwright.core.eventtype.rule;

import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.Text;

/// How much a host wants to meet on a local date, in all event types together.
///
/// @param maxMeetingsPerDay most meetings, 1 to 1000; null for no limit
/// @param maxMinutesPerDay most minutes of meetings, without buffers, 1 to 1440; null for no limit
public record HostLimits(@Nullable Integer maxMeetingsPerDay, @Nullable Integer maxMinutesPerDay) {
  /// No limits.
  public static final HostLimits NONE = new HostLimits(null, null);

  /// Creates the limits.
  ///
  /// @throws org.meetwright.core.value.InvalidValueException naming the first field that is not
  ///   valid
  public HostLimits {
    if (maxMeetingsPerDay != null) {
      Text.number("maxMeetingsPerDay", maxMeetingsPerDay, 1, 1000);
    }
    if (maxMinutesPerDay != null) {
      Text.number("maxMinutesPerDay", maxMinutesPerDay, 1, 24 * 60);
    }
  }

  /// Returns whether there is a limit.
  public boolean isLimited() {
    return maxMeetingsPerDay != null || maxMinutesPerDay != null;
  }
}
