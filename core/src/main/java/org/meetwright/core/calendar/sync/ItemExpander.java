package org.meetwright.core.calendar.sync;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.meetwright.core.calendar.OwnEvents.Seen;
import org.meetwright.core.calendar.item.BusySpan;
import org.meetwright.core.calendar.item.CalendarItem;
import org.meetwright.core.calendar.item.Recurrences;
import org.meetwright.core.calendar.item.Recurrences.First;
import org.meetwright.core.calendar.remote.RemoteItem;
import org.meetwright.core.calendar.sync.store.BusyOccurrence;
import org.meetwright.core.calendar.sync.store.ItemProblem;
import org.meetwright.core.calendar.sync.store.ItemStore.Entry;
import org.meetwright.core.time.Interval;

/// Expands the items of one calendar to the times that they take.
final class ItemExpander {
  private final Recurrences recurrences;
  private final ZoneId zone;
  private final boolean tentative;

  /// @param zone of whole days, and of times that say nothing of a zone
  /// @param tentative whether tentative events take time
  ItemExpander(ZoneId zone, boolean tentative, Horizon horizon) {
    this.recurrences = new Recurrences(zone, new Interval(horizon.from(), horizon.until()));
    this.zone = zone;
    this.tentative = tentative;
  }

  /// Returns an item with the times that it takes within the horizon; with none if it cannot be
  /// read, and with those that were counted if it repeats more often than is counted.
  Entry entry(RemoteItem item) {
    org.meetwright.core.calendar.item.ExpandedEvent expansion = recurrences.expand(read(item));
    List<BusyOccurrence> taken = new ArrayList<>(expansion.busy().size());
    for (BusySpan busy : expansion.busy()) {
      if (tentative || !busy.tentative()) {
        taken.add(new BusyOccurrence(busy.start(), busy.end(), busy.summary(), busy.secret()));
      }
    }
    return new Entry(item, false, taken, ItemProblem.of(expansion));
  }

  static CalendarItem read(RemoteItem item) {
    return new CalendarItem(item.uid(), item.text());
  }

  /// Returns what is to be said of one of the host's own meetings.
  Seen seen(RemoteItem item) {
    return switch (recurrences.first(read(item))) {
      case First.At(Interval time) ->
          new Seen(item.id(), time.startInclusive(), time.endExclusive());
      case First.Cancelled(), First.Unclear() -> new Seen(item.id(), null, null);
    };
  }

  /// Returns the zone in which times without a known one are read.
  ZoneId zone() {
    return zone;
  }
}
