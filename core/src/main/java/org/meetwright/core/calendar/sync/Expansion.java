package org.meetwright.core.calendar.sync;

import java.time.ZoneId;
import java.util.List;
import org.meetwright.core.calendar.OwnEvents.Seen;
import org.meetwright.core.calendar.remote.RemoteItem;
import org.meetwright.core.calendar.sync.store.Taken;

/// Expands the items of one calendar to the times that they take.
final class Expansion {
  private final ZoneId zone;
  private final boolean tentative;
  private final Horizon horizon;
  private int unreadable;

  /// @param zone of whole days, and of times that say nothing of a zone
  /// @param tentative whether tentative events take time
  Expansion(ZoneId zone, boolean tentative, Horizon horizon) {
    this.zone = zone;
    this.tentative = tentative;
    this.horizon = horizon;
  }

  /// Returns the times that an item takes within the horizon; none if it cannot be read.
  List<Taken> of(RemoteItem item) {
    return List.of();
  }

  /// Returns what is to be said of one of the host's own meetings.
  Seen seen(RemoteItem item) {
    return new Seen(item.id(), null, null);
  }

  /// Returns how many items could not be read.
  int unreadable() {
    return unreadable;
  }
}
