package org.meetwright.cli.imports.reading;

import java.util.List;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.Attendance;
import org.meetwright.core.eventtype.Correspondence;
import org.meetwright.core.eventtype.Listing;
import org.meetwright.core.eventtype.rule.Bounds;
import org.meetwright.core.eventtype.rule.Policies;
import org.meetwright.core.eventtype.rule.Timing;
import org.meetwright.core.imports.ImportedEventType;
import org.meetwright.core.imports.ImportedEventType.Origin;

/// An event type of which bookings alone are known. It is the one here that has its slug; if there
/// is none, one is made that cannot be booked.
///
/// @param minutes how long it is
public record KnownEventType(String key, String hostKey, String name, String slug, int minutes) {
  /// Adds it to what is read.
  ///
  /// @throws org.meetwright.core.value.InvalidValueException if there can be no such one here
  public void addTo(Gathering gathering) {
    gathering.add(
        new ImportedEventType(
            new Origin(key, hostKey, null, null),
            Listing.of(slug, name, "").withActive(false),
            Timing.ofMinutes(minutes),
            Bounds.USUAL,
            Attendance.of(new Assignment.OneHost(), null),
            new Correspondence(List.of(), Correspondence.DEFAULT_REMINDERS),
            Policies.FREE));
  }
}
