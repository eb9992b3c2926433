package org.meetwright.core.offering;

import java.util.List;
import org.meetwright.core.eventtype.EventType;

/// An event type as it is now.
///
/// @param revisions the revisions of its hosts that it was read under, by host
public record Offering(EventType eventType, List<HostRevision> revisions) {
  /// Creates the offering.
  public Offering {
    revisions = List.copyOf(revisions);
  }

  /// Returns the same with meetings of an asked length.
  public Offering lasting(int minutes) {
    return new Offering(eventType.lasting(minutes), revisions);
  }
}
