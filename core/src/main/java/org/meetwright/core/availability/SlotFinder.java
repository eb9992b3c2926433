package org.meetwright.core.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.availability.Snapshot.Ground;
import org.meetwright.core.eventtype.BookingWindow;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.time.IntervalSet;
import org.meetwright.core.time.LocalDates;

/// Finds the times at which a meeting can be booked: a pure function of a [Snapshot].
///
/// A slot is a start on the grid of an open window that no rule forbids. Rules are sets of
/// forbidden starts, so that a candidate costs a comparison or two, and explaining ([Explainer])
/// reads the same sets.
public final class SlotFinder {
  static final long MINUTE = 60;
  private static final long DAY = 24 * 60 * MINUTE;

  /// From so many steps on, dividing is quicker than stepping.
  private static final int FEW_STEPS = 16;

  private final Snapshot snapshot;
  private final long step;
  private final long duration;
  private final @Nullable StartSet union;
  private long[] runStarts = new long[0];
  private int[] runLengths = new int[0];
  private int runs;
  private int count;

  /// Creates a finder.
  ///
  /// @param union where starts are collected; null if in an array
  private SlotFinder(Snapshot snapshot, @Nullable StartSet union) {
    EventType eventType = snapshot.eventType();
    this.union = union;
    this.snapshot = snapshot;
    this.step = eventType.stepMinutes() * MINUTE;
    this.duration = eventType.durationMinutes() * MINUTE;
  }

  /// Returns the starts that can be booked, ascending, in epoch seconds.
  ///
  /// @param asked where to look for starts
  public static long[] starts(Snapshot snapshot, IntervalSet asked) {
    if (asked.isEmpty() || !snapshot.eventType().active()) {
      return new long[0];
    }
    return snapshot.grounds().size() == 1
        ? new SlotFinder(snapshot, null).starts(snapshot.grounds().getFirst(), asked)
        : ofAnyone(snapshot, asked);
  }

  /// Returns how many seats are left at each of the starts.
  public static int[] seatsLeft(Snapshot snapshot, long[] starts) {
    int[] left = new int[starts.length];
    Arrays.fill(left, snapshot.eventType().seats());
    if (snapshot.eventType().seats() > 1) {
      for (int i = 0; i < starts.length; i++) {
        for (HostFacts host : snapshot.hosts()) {
          left[i] = Math.min(left[i], host.seatsLeft(starts[i]));
        }
      }
    }
    return left;
  }

  /// Marks the starts of each ground as minutes in one bitmap, so that the union costs no sorting.
  private static long[] ofAnyone(Snapshot snapshot, IntervalSet asked) {
    StartSet union = new StartSet(asked.start(0), asked.end(asked.size() - 1));
    SlotFinder finder = new SlotFinder(snapshot, union);
    for (Ground ground : snapshot.grounds()) {
      finder.find(ground, finder.allowed(ground, asked));
    }
    return union.toArray();
  }

  private long[] starts(Ground ground, IntervalSet asked) {
    IntervalSet allowed = allowed(ground, asked);
    // Each window, forbidden interval and allowed interval ends a run at most.
    int most = ground.hours().windows().size() + ground.forbidden().size() + allowed.size();
    runStarts = new long[most];
    runLengths = new int[most];
    find(ground, allowed);
    return ofRuns();
  }

  /// Returns the starts of the runs, in an array of just the right length.
  private long[] ofRuns() {
    long[] starts = new long[count];
    int filled = 0;
    for (int run = 0; run < runs; run++) {
      long start = runStarts[run];
      for (int i = runLengths[run]; i > 0; i--) {
        starts[filled++] = start;
        start += step;
      }
    }
    return starts;
  }

  private IntervalSet allowed(Ground ground, IntervalSet asked) {
    IntervalSet allowed = asked.from(earliest(snapshot));
    for (ZoneId zone : ground.hours().zones()) {
      allowed = withinBookingWindow(snapshot, zone, allowed);
    }
    return allowed;
  }

  private void find(Ground ground, IntervalSet allowed) {
    IntervalSet windows = ground.hours().windows();
    for (int i = 0; i < allowed.size(); i++) {
      find(windows, ground.forbidden(), allowed.start(i), allowed.end(i));
    }
  }

  /// Finds the starts in `[from, until)`.
  private void find(IntervalSet windows, IntervalSet forbidden, long from, long until) {
    int next = forbidden.firstEndingAfter(from);
    int windowCount = windows.size();
    for (int w = windows.firstEndingAfter(from); w < windowCount; w++) {
      long windowStart = windows.start(w);
      if (windowStart >= until) {
        return;
      }
      long end = Math.min(windows.end(w) - duration + 1, until);
      next = find(forbidden, next, onGrid(windowStart, from), end);
    }
  }

  /// Finds the starts from one on the grid up to an end, exclusive.
  ///
  /// @param next the first forbidden interval that can matter
  /// @return the first forbidden interval that can matter after that
  private int find(IntervalSet forbidden, int next, long first, long end) {
    int interval = next;
    long s = first;
    while (interval < forbidden.size() && forbidden.start(interval) < end) {
      s = emit(s, forbidden.start(interval));
      s = onGridAfter(s, forbidden.end(interval));
      if (s >= end) {
        // It may reach into the next window.
        return interval;
      }
      interval++;
    }
    emit(s, end);
    return interval;
  }

  /// Adds the starts from `s` to an end, exclusive, and returns the start after them.
  private long emit(long s, long end) {
    if (union != null) {
      return union.add(s, end, step);
    }
    long start = s;
    int length = 0;
    while (start < end) {
      length++;
      start += step;
    }
    if (length > 0) {
      runStarts[runs] = s;
      runLengths[runs++] = length;
      count += length;
    }
    return start;
  }

  /// Returns the first start on the grid, from `s` on, that is not before a second.
  private long onGridAfter(long s, long notBefore) {
    if (notBefore - s > FEW_STEPS * step) {
      return s + Math.ceilDiv(notBefore - s, step) * step;
    }
    long start = s;
    while (start < notBefore) {
      start += step;
    }
    return start;
  }

  /// Returns the first start on a window's grid that is not before a second.
  private long onGrid(long windowStart, long notBefore) {
    return notBefore <= windowStart ? windowStart : onGridAfter(windowStart, notBefore);
  }

  /// Returns the first second that is not too soon.
  static long earliest(Snapshot snapshot) {
    return IntervalSet.ceilSecond(snapshot.now())
        + snapshot.eventType().minimumNoticeMinutes() * MINUTE;
  }

  /// Returns what of `allowed` lies in the booking window.
  static IntervalSet withinBookingWindow(Snapshot snapshot, ZoneId zone, IntervalSet allowed) {
    if (allowed.isEmpty()) {
      return allowed;
    }
    return switch (snapshot.eventType().bookingWindow()) {
      case BookingWindow.Unlimited unlimited -> allowed;
      case BookingWindow.Dates dates ->
          allowed.intersect(LocalDates.between(dates.from(), dates.to(), zone));
      case BookingWindow.Rolling rolling -> {
        Instant now = snapshot.now();
        long end = allowed.end(allowed.size() - 1);
        // Most questions end well inside the window, and need no time zone to see it.
        if (end < now.getEpochSecond() + (rolling.days() - 1) * DAY) {
          yield allowed;
        }
        LocalDate beyond = now.atZone(zone).toLocalDate().plusDays(rolling.days() + 1L);
        yield allowed.minus(LocalDates.notBefore(beyond, zone));
      }
    };
  }
}
