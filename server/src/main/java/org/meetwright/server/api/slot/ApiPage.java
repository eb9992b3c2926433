package org.meetwright.server.api.slot;

import java.util.List;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.team.Bookable;

/// What everybody may know of a host or team.
///
/// @param eventTypes those that lists show
public record ApiPage(String handle, String name, String timeZone, List<Summary> eventTypes) {

  /// What a list of event types tells everybody.
  public record Summary(
      String slug, String name, String description, int durationMinutes, String color) {
    private static Summary of(EventType type) {
      return new Summary(
          type.slug(),
          type.name(),
          type.listing().description(),
          type.timing().durationMinutes(),
          type.listing().color());
    }
  }

  static ApiPage of(Bookable who, List<EventType> eventTypes) {
    return new ApiPage(
        who.handle().value(),
        who.name(),
        who.timeZone().getId(),
        eventTypes.stream().filter(EventType::isListed).map(Summary::of).toList());
  }
}
