package org.meetwright.server.pages.picker;

import java.time.Instant;
import java.util.List;
import org.meetwright.server.pages.text.TimeFormats;

/// A time that is offered instead of one that can't be had.
///
/// @param start as it is sent
public record OtherTime(String start, String label, boolean first) {
  /// Shows times.
  public static List<OtherTime> all(List<Instant> starts, TimeFormats formats) {
    return starts.stream()
        .map(
            start ->
                new OtherTime(
                    start.toString(),
                    formats.fullDateAndTime(start),
                    start.equals(starts.getFirst())))
        .toList();
  }
}
