package org.meetwright.core.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import org.meetwright.core.availability.Snapshot.Offer;
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
  private long[] found = new long[256];
  private int count;

  private SlotFinder(Snapshot snapshot) {
    EventType eventType = snapshot.eventType();
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
    return snapshot.offers().size() == 1
        ? new SlotFinder(snapshot).starts(snapshot.offers().getFirst(), asked)
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

  /// Marks each member's starts as minutes in one bitmap, so that the union costs no sorting.
  private static long[] ofAnyone(Snapshot snapshot, IntervalSet asked) {
    SlotFinder finder = new SlotFinder(snapshot);
    StartSet union = new StartSet(asked.start(0), asked.end(asked.size() - 1));
    for (Offer offer : snapshot.offers()) {
      finder.count = 0;
      finder.find(offer, asked);
      union.addAll(finder.found, finder.count);
    }
    return union.toArray();
  }

  private long[] starts(Offer offer, IntervalSet asked) {
    find(offer, asked);
    return Arrays.copyOf(found, count);
  }

  private void find(Offer offer, IntervalSet asked) {
    if (!offer.active()) {
      return;
    }
    IntervalSet allowed = asked.from(earliest(snapshot));
    for (HostFacts host : offer.hosts()) {
      allowed = withinBookingWindow(snapshot, host.zone(), allowed);
    }
    for (int i = 0; i < allowed.size(); i++) {
      find(offer.windows(), offer.forbidden(), allowed.start(i), allowed.end(i));
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
      long last = Math.min(windows.end(w) - duration, until - 1);
      next = find(forbidden, next, onGrid(windowStart, from), last);
    }
  }

  /// Finds the starts from one on the grid up to a last one.
  ///
  /// @param next the first forbidden interval that can matter
  /// @return the first forbidden interval that can matter after that
  private int find(IntervalSet forbidden, int next, long first, long last) {
    int interval = next;
    long s = first;
    while (s <= last) {
      while (interval < forbidden.size() && forbidden.end(interval) <= s) {
        interval++;
      }
      boolean more = interval < forbidden.size();
      if (more && forbidden.start(interval) <= s) {
        s = onGridAfter(s, forbidden.end(interval));
        continue;
      }
      long free = more ? Math.min(last, forbidden.start(interval) - 1) : last;
      s = emit(s, free);
    }
    return interval;
  }

  /// Adds the starts from `s` to `last`, both inclusive, and returns the start after them.
  private long emit(long s, long last) {
    long start = s;
    int filled = count;
    long[] into = found;
    while (start <= last) {
      if (filled == into.length) {
        into = Arrays.copyOf(into, 2 * filled);
        found = into;
      }
      into[filled++] = start;
      start += step;
    }
    count = filled;
    return start;
  }

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
