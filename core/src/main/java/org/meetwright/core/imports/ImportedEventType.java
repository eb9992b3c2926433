package org.meetwright.core.imports;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.eventtype.Attendance;
import org.meetwright.core.eventtype.Correspondence;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.Listing;
import org.meetwright.core.eventtype.rule.Bounds;
import org.meetwright.core.eventtype.rule.Policies;
import org.meetwright.core.eventtype.rule.Timing;
import org.meetwright.core.value.Text;

/// An event type of another service.
///
/// @param attendance of one host, without a schedule: `origin` names that
public record ImportedEventType(
    Origin origin,
    Listing listing,
    Timing timing,
    Bounds bounds,
    Attendance attendance,
    Correspondence correspondence,
    Policies policies) {

  /// Where it comes from.
  ///
  /// @param key what tells it apart there, at most 300 characters
  /// @param hostKey whose it is
  /// @param scheduleKey the schedule that counts; null for the host's default one
  /// @param path the old path of its page; null if it had none
  public record Origin(
      String key, String hostKey, @Nullable String scheduleKey, @Nullable String path) {
    /// Creates it.
    ///
    /// @throws org.meetwright.core.value.InvalidValueException if the key is not valid
    public Origin {
      key = Text.line("id", key, ImportedHost.LONGEST_KEY);
    }
  }

  /// Returns the event type as it is here.
  EventType as(UUID id, UUID hostId, @Nullable UUID scheduleId) {
    return new EventType(
        id,
        hostId,
        listing,
        timing,
        bounds,
        new Attendance(
            attendance.assignment(), scheduleId, attendance.seats(), attendance.locations()),
        correspondence,
        policies);
  }
}
