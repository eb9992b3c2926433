package org.meetwright.core.calendar.item;

import java.util.Optional;
import java.util.UUID;

/// An event of a calendar with the exceptions to its repetition.
///
/// @param uid its iCalendar UID; a name made from its text if it has none, or one of more than 255
///   characters
/// @param text its VEVENTs, and the zones that they need: only the lines that matter, in one order,
///   so that an event that has not changed has the same text
public record CalendarItem(String uid, String text) {
  private static final String MEETING = "\nX-MEETWRIGHT-MEETING:";

  /// Returns the meeting that it was written for; empty if it is not one of ours.
  public Optional<UUID> meeting() {
    int begin = text.indexOf(MEETING);
    if (begin < 0) {
      return Optional.empty();
    }
    begin += MEETING.length();
    int end = text.indexOf('\n', begin);
    try {
      return Optional.of(UUID.fromString(text.substring(begin, end < 0 ? text.length() : end)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
