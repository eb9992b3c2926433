package org.meetwright.core.offering;

import java.util.List;
import org.meetwright.core.eventtype.EventType;

/// An event type as it is now.
///
/// @param stamps the revisions of its hosts that it was read under, by host
public record Offering(EventType eventType, List<Stamp> stamps) {
  /// Creates the offering.
  public Offering {
    stamps = List.copyOf(stamps);
  }

  /// Returns the same with meetings of an asked length.
  public Offering lasting(int minutes) {
    return new Offering(eventType.lasting(minutes), stamps);
  }
}
