package org.meetwright.core.eventtype;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;

/// The hosts and the places of an event type's meetings.
///
/// @param assignment who meets the invitees
/// @param scheduleId the schedule that counts; null for the host's default one
/// @param seats how many invitees share a meeting, 1 to 1000
/// @param locations where it can take place, at most ten, of which the invitee chooses one; none if
///   invitees learn it some other way
public record Attendance(
    Assignment assignment, @Nullable UUID scheduleId, int seats, List<Location> locations) {
  private static final int MOST_LOCATIONS = 10;

  /// Creates the attendance.
  ///
  /// @throws InvalidValueException naming the first field that is not valid
  public Attendance {
    Text.number("seats", seats, 1, 1000);
    if (scheduleId != null && assignment.teamId() != null) {
      throw new InvalidValueException(
          "scheduleId", "must be left out with a team: each member's own default schedule counts");
    }
    locations = List.copyOf(locations);
    Text.number("locations", locations.size(), 0, MOST_LOCATIONS);
    if (new HashSet<>(locations).size() < locations.size()) {
      throw new InvalidValueException("locations", "must differ from each other");
    }
    boolean apart = locations.size() > 1 || locations.stream().anyMatch(Attendance::isAtInvitee);
    if (seats > 1 && apart) {
      throw new InvalidValueException(
          "locations",
          "must be one place for all with more than one seat: those who share a meeting meet in"
              + " one place");
    }
  }

  /// Something that is allowed, and seldom meant.
  ///
  /// @param field as in a complaint
  public record Warning(String field, String message) {}

  /// Returns what is allowed, and seldom meant.
  public List<Warning> warnings() {
    return IntStream.range(0, locations.size())
        .filter(at -> locations.get(at).canBeGuessed())
        .mapToObj(
            at ->
                new Warning(
                    "locations[" + at + "].value",
                    "has no {random}: all meetings get the same link, and whoever was in one can"
                        + " come to the others"))
        .toList();
  }

  private static boolean isAtInvitee(Location location) {
    return location.kind() == Location.LocationKind.IN_PERSON && location.isGivenByInvitee();
  }

  /// Returns meetings of one invitee, at the hosts' default schedules.
  public static Attendance of(Assignment assignment, @Nullable Location location) {
    return new Attendance(assignment, null, 1, location == null ? List.of() : List.of(location));
  }

  /// Returns the same meetings for another number of invitees.
  public Attendance withSeats(int number) {
    return new Attendance(assignment, scheduleId, number, locations);
  }
}
