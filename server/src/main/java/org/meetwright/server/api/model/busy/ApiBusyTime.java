package org.meetwright.server.api.model.busy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.meetwright.server.api.model.Identified;

/// A busy time, as the API shows it to its host.
///
/// @param start inclusive
/// @param end exclusive
/// @param source manual, or a calendar
public record ApiBusyTime(UUID id, Instant start, Instant end, String summary, String source)
    implements Identified {
  /// Several of them.
  public record Listing(List<ApiBusyTime> busyTimes) {}
}
