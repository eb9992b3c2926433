package org.meetwright.core.calendar.meeting;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.item.CalendarItem;
import org.meetwright.core.calendar.item.Recurrences;
import org.meetwright.core.calendar.item.Recurrences.First;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.calendar.remote.RemoteItem;
import org.meetwright.core.time.Interval;

/// When an event first is.
final class FirstOccurrence {
  /// The first occurrence is looked for at any time.
  private static final Interval EVER =
      new Interval(Instant.parse("1900-01-01T00:00:00Z"), Instant.parse("2200-01-01T00:00:00Z"));

  private FirstOccurrence() {}

  /// Returns when an item first is, whether it takes time or not; null if it is cancelled.
  ///
  /// @param zone for days and times without a zone
  /// @throws RemoteFault if it does not say so in a way that is understood
  static @Nullable Interval of(RemoteItem item, ZoneId zone) throws RemoteFault {
    return switch (new Recurrences(zone, EVER).first(new CalendarItem(item.uid(), item.text()))) {
      case First.At(Interval time) -> time;
      case First.Cancelled() -> null;
      case First.Unclear() ->
          throw new RemoteFault(
              RemoteFault.FaultKind.NOT_UNDERSTOOD,
              "It is not clear when an event in the calendar is.");
    };
  }
}
