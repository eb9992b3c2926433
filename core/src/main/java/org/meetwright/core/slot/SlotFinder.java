package org.meetwright.core.slot;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.rule.BookingWindow;
import org.meetwright.core.slot.Snapshot.Party;
import org.meetwright.core.time.IntervalSet;
import org.meetwright.core.time.LocalDates;

/// Finds the times at which a meeting can be booked: a pure function of a [Snapshot].
///
/// A slot is a start on the grid of an open window that no rule forbids. Rules are sets of
/// forbidden starts, which explaining (`Explainer`) reads as well. What windows, meetings, busy
/// times and limits leave are runs of starts, prepared with the snapshot; the present and the asked
/// interval cut them here.
public final class SlotFinder {
  private static final long DAY = Duration.ofDays(1).toSeconds();

  private final Snapshot snapshot;
  private final long step;
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
    this.step = eventType.timing().step().toSeconds();
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
    for (MeetingTime joined : joined(snapshot).values()) {
      int at = Arrays.binarySearch(starts, joined.startsAt().getEpochSecond());
      if (at >= 0) {
        left[at] = joined.seatsLeft();
      }
    }
    return left;
  }

  /// Returns when what is booked at each of the starts ends, in epoch seconds.
  public static long[] ends(Snapshot snapshot, long[] starts) {
    long duration = snapshot.eventType().timing().duration().toSeconds();
    long[] ends = new long[starts.length];
    for (int i = 0; i < starts.length; i++) {
      ends[i] = starts[i] + duration;
    }
    for (MeetingTime joined : joined(snapshot).values()) {
      int at = Arrays.binarySearch(starts, joined.startsAt().getEpochSecond());
      if (at >= 0) {
        ends[at] = joined.endsAt().getEpochSecond();
      }
    }
    return ends;
  }

  /// Returns the group meeting that anyone who books a start joins, by start: of several the
  /// fullest.
  private static Map<Instant, MeetingTime> joined(Snapshot snapshot) {
    Map<Instant, MeetingTime> joined = new HashMap<>();
    for (Party party : snapshot.parties()) {
      for (MeetingTime meeting : party.joinable()) {
        if (party.active() && isInBookingWindow(snapshot, party, meeting.startsAt())) {
          joined.merge(
              meeting.startsAt(), meeting, BinaryOperator.minBy(MeetingTime.FULLEST_FIRST));
        }
      }
    }
    return joined;
  }

  private static boolean isInBookingWindow(Snapshot snapshot, Party party, Instant start) {
    IntervalSet only = IntervalSet.of(start.getEpochSecond(), start.getEpochSecond() + 1);
    return party.zones().stream()
        .noneMatch(zone -> withinBookingWindow(snapshot, zone, only).isEmpty());
  }

  /// Marks the starts of each ground as minutes in one bitmap, so that the union costs no sorting.
  private static long[] ofAnyone(Snapshot snapshot, IntervalSet asked) {
    StartSet union = new StartSet(asked.start(0), asked.end(asked.size() - 1));
    SlotFinder finder = new SlotFinder(snapshot, union);
    for (AvailableStarts ground : snapshot.grounds()) {
      finder.find(ground, finder.allowed(ground, asked));
    }
    return union.toArray();
  }

  private long[] starts(AvailableStarts ground, IntervalSet asked) {
    IntervalSet allowed = allowed(ground, asked);
    // Each interval that is allowed cuts one run at most.
    int most = ground.runs().size() + allowed.size();
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

  private IntervalSet allowed(AvailableStarts ground, IntervalSet asked) {
    IntervalSet allowed = asked.from(earliest(snapshot));
    for (ZoneId zone : ground.zones()) {
      allowed = withinBookingWindow(snapshot, zone, allowed);
    }
    return allowed;
  }

  private void find(AvailableStarts ground, IntervalSet allowed) {
    for (int i = 0; i < allowed.size(); i++) {
      find(ground.runs(), allowed.start(i), allowed.end(i));
    }
  }

  /// Finds the starts in `[from, until)`.
  private void find(IntervalSet all, long from, long until) {
    int size = all.size();
    for (int run = all.firstEndingAfter(from); run < size && all.start(run) < until; run++) {
      add(onGrid(all.start(run), from), Math.min(all.end(run), until));
    }
  }

  /// Adds the starts from one on the grid to an end, exclusive.
  private void add(long first, long end) {
    if (first >= end) {
      return;
    }
    if (union != null) {
      union.add(first, end, step);
      return;
    }
    int length = (int) ((end - 1 - first) / step) + 1;
    runStarts[runs] = first;
    runLengths[runs++] = length;
    count += length;
  }

  /// Returns the first start of a run that is not before a second.
  private long onGrid(long runStart, long notBefore) {
    return notBefore <= runStart
        ? runStart
        : runStart + Math.ceilDiv(notBefore - runStart, step) * step;
  }

  /// Returns the first second that is not too soon.
  public static long earliest(Snapshot snapshot) {
    return IntervalSet.ceilSecond(snapshot.now())
        + snapshot.eventType().bounds().minimumNotice().toSeconds();
  }

  /// Returns what of `allowed` lies in the booking window.
  public static IntervalSet withinBookingWindow(
      Snapshot snapshot, ZoneId zone, IntervalSet allowed) {
    if (allowed.isEmpty()) {
      return allowed;
    }
    return switch (snapshot.eventType().bounds().bookingWindow()) {
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
