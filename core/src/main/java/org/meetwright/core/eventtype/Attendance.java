package org.meetwright.core.eventtype;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;

/// The hosts and the place of an event type's meetings.
///
/// @param assignment who meets the invitees
/// @param scheduleId the schedule that counts; null for the host's default one
/// @param seats how many invitees share a meeting, 1 to 1000
/// @param location where it takes place; null if that is told otherwise
public record Attendance(
    Assignment assignment, @Nullable UUID scheduleId, int seats, @Nullable Location location) {

  /// Creates the attendance.
  ///
  /// @throws InvalidValueException naming the first field that is not valid
  public Attendance {
    Text.number("seats", seats, 1, 1000);
    if (scheduleId != null && assignment.teamId() != null) {
      throw new InvalidValueException(
          "scheduleId", "must be left out with a team: each member's own default schedule counts");
    }
  }

  /// Returns meetings of one invitee, at the hosts' default schedules.
  public static Attendance of(Assignment assignment, @Nullable Location location) {
    return new Attendance(assignment, null, 1, location);
  }

  /// Returns the same meetings for another number of invitees.
  public Attendance withSeats(int number) {
    return new Attendance(assignment, scheduleId, number, location);
  }
}
