package org.meetwright.server.api.model.slot;

import java.util.List;

/// The public data of a host or team.
///
/// @param eventTypes those that lists show
public record ApiHostPage(String handle, String name, String timeZone, List<Summary> eventTypes) {

  /// What a list of event types tells everybody.
  public record Summary(
      String slug, String name, String description, int durationMinutes, String color) {}
}
