package org.meetwright.core.calendar.sync;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.meetwright.core.calendar.OwnEvents.Seen;
import org.meetwright.core.calendar.item.BusySpan;
import org.meetwright.core.calendar.item.CalendarItem;
import org.meetwright.core.calendar.item.Expansion.Problem;
import org.meetwright.core.calendar.item.Recurrences;
import org.meetwright.core.calendar.remote.RemoteItem;
import org.meetwright.core.calendar.sync.store.Taken;
import org.meetwright.core.time.Interval;

/// Expands the items of one calendar to the times that they take.
final class Expansion {
  private final Recurrences recurrences;
  private final boolean tentative;
  private int unreadable;

  /// @param zone of whole days, and of times that say nothing of a zone
  /// @param tentative whether tentative events take time
  Expansion(ZoneId zone, boolean tentative, Horizon horizon) {
    this.recurrences = new Recurrences(zone, new Interval(horizon.from(), horizon.until()));
    this.tentative = tentative;
  }

  /// Returns the times that an item takes within the horizon; none if it cannot be read. Of one
  /// that repeats more often than is counted those that were counted.
  List<Taken> of(RemoteItem item) {
    org.meetwright.core.calendar.item.Expansion expansion = recurrences.expand(read(item));
    if (expansion.problem() != Problem.NONE) {
      unreadable++;
    }
    List<Taken> taken = new ArrayList<>(expansion.busy().size());
    for (BusySpan busy : expansion.busy()) {
      if (tentative || !busy.tentative()) {
        taken.add(new Taken(busy.start(), busy.end(), busy.summary(), busy.secret()));
      }
    }
    return taken;
  }

  private static CalendarItem read(RemoteItem item) {
    return new CalendarItem(item.uid(), item.text());
  }

  /// Returns what is to be said of one of the host's own meetings.
  Seen seen(RemoteItem item) {
    Interval first = recurrences.first(read(item)).orElse(null);
    return first == null
        ? new Seen(item.id(), null, null)
        : new Seen(item.id(), first.startInclusive(), first.endExclusive());
  }

  /// Returns how many items could not be read, or not to their end.
  int unreadable() {
    return unreadable;
  }
}
