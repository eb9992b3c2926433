package org.meetwright.core.slot;

import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.slot.Snapshot.Party;
import org.meetwright.core.time.IntervalSet;

/// Takes what is forbidden out of the grid of each window, and puts in the group meetings that can
/// be joined, wherever they begin: each takes its host, so that it parts the starts around it.
final class Runs {
  private final IntervalSet forbidden;
  private final long step;
  private final IntervalSet.Builder runs;
  private int next;

  private Runs(IntervalSet forbidden, long step, int expected) {
    this.forbidden = forbidden;
    this.step = step;
    this.runs = new IntervalSet.Builder(expected);
  }

  /// Returns the starts of a party as runs; see [AvailableStarts].
  static IntervalSet of(Party party, EventType eventType) {
    IntervalSet windows = party.windows();
    long duration = eventType.timing().duration().toSeconds();
    Runs runs =
        new Runs(
            party.forbidden(),
            eventType.timing().step().toSeconds(),
            windows.size() + party.forbidden().size());
    for (int w = 0; w < windows.size(); w++) {
      runs.addWindow(windows.start(w), windows.end(w) - duration + 1);
    }
    for (MeetingTime meeting : party.joinable()) {
      long start = meeting.startsAt().getEpochSecond();
      runs.runs.add(start, start + 1);
    }
    return runs.runs.build();
  }

  /// Adds the starts of a window's grid, up to an end, exclusive.
  private void addWindow(long first, long end) {
    long start = first;
    while (next < forbidden.size() && forbidden.start(next) < end) {
      start = addRun(start, forbidden.start(next));
      start = onGrid(start, forbidden.end(next));
      if (start >= end) {
        // What is forbidden may reach into the next window.
        return;
      }
      next++;
    }
    addRun(start, end);
  }

  /// Adds the starts before an end, exclusive, and returns the start after them.
  private long addRun(long first, long end) {
    long after = onGrid(first, end);
    runs.add(first, after - step + 1);
    return after;
  }

  /// Returns the first start on the grid, from one on, that is not before a second.
  private long onGrid(long start, long notBefore) {
    return notBefore <= start ? start : start + Math.ceilDiv(notBefore - start, step) * step;
  }
}
