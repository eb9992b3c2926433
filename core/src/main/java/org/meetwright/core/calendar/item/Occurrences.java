package org.meetwright.core.calendar.item;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.meetwright.core.calendar.item.event.Length;
import org.meetwright.core.calendar.item.event.Manner;
import org.meetwright.core.calendar.item.event.Stamp;
import org.meetwright.core.time.Interval;

/// Gathers the times of an event that overlap a window.
final class Occurrences {
  private final Interval window;
  private final List<BusySpan> busy = new ArrayList<>();
  private Expansion.Problem problem = Expansion.Problem.NONE;

  Occurrences(Interval window) {
    this.window = window;
  }

  Interval window() {
    return window;
  }

  List<BusySpan> busy() {
    return busy;
  }

  Expansion.Problem problem() {
    return problem;
  }

  void problem(Expansion.Problem found) {
    problem = found;
  }

  /// Adds an occurrence if it takes time in the window.
  void add(Stamp start, Length length, Manner manner) {
    Instant begin = start.instant();
    Instant end = length.end(start);
    if (manner.busy()
        && begin.isBefore(end)
        && begin.isBefore(window.endExclusive())
        && end.isAfter(window.startInclusive())) {
      busy.add(new BusySpan(begin, end, manner.summary(), manner.secret(), manner.tentative()));
    }
  }
}
