package org.meetwright.server.api.model.news;

import java.time.Instant;
import java.util.UUID;

/// An event, as it stands in the data of a stream.
///
/// @param id rises by one with each event of the host
/// @param type such as `booking.created`
/// @param timestamp when it happened
public record ApiEvent(long id, String type, Instant timestamp, Subject subject) {
  /// What it is about.
  ///
  /// @param kind such as `booking`
  public record Subject(String kind, UUID id) {}
}
