package org.meetwright.core.calendar.item;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.meetwright.core.calendar.item.event.EventDuration;
import org.meetwright.core.calendar.item.event.EventStatus;
import org.meetwright.core.calendar.item.event.EventTime;
import org.meetwright.core.time.Interval;

/// Gathers the times of an event that overlap a window.
final class Occurrences {
  private final Interval window;
  private final List<BusySpan> busy = new ArrayList<>();
  private ExpandedEvent.Problem problem = ExpandedEvent.Problem.NONE;

  Occurrences(Interval window) {
    this.window = window;
  }

  Interval window() {
    return window;
  }

  List<BusySpan> busy() {
    return busy;
  }

  ExpandedEvent.Problem problem() {
    return problem;
  }

  void problem(ExpandedEvent.Problem found) {
    problem = found;
  }

  /// Adds an occurrence if it takes time in the window.
  void add(EventTime start, EventDuration length, EventStatus status) {
    Instant begin = start.instant();
    Instant end = length.end(start);
    if (status.busy()
        && begin.isBefore(end)
        && begin.isBefore(window.endExclusive())
        && end.isAfter(window.startInclusive())) {
      busy.add(new BusySpan(begin, end, status.summary(), status.secret(), status.tentative()));
    }
  }
}
