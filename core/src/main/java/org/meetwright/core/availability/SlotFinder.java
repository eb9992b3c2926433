package org.meetwright.core.availability;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.availability.Reason.Code;
import org.meetwright.core.availability.Snapshot.MeetingTime;
import org.meetwright.core.eventtype.BookingWindow;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.schedule.OpenWindows;
import org.meetwright.core.schedule.Schedule;
import org.meetwright.core.time.Interval;
import org.meetwright.core.time.IntervalSet;
import org.meetwright.core.time.LocalDates;

/// Finds the times at which a meeting can be booked: a pure function of a [Snapshot].
///
/// Each rule is turned into the set of starts that it forbids, in epoch seconds. A slot is a start
/// on the grid of an open window that no rule forbids; the reasons against any other start are the
/// rules whose set holds it. Offering and explaining so can't disagree.
public final class SlotFinder {
  private static final long MINUTE = 60;

  private final Snapshot snapshot;
  private final EventType eventType;
  private final ZoneId zone;
  private final long step;
  private final long duration;

  private SlotFinder(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.eventType = snapshot.eventType();
    this.zone = snapshot.schedule().timeZone();
    this.step = eventType.stepMinutes() * MINUTE;
    this.duration = eventType.durationMinutes() * MINUTE;
  }

  /// Returns the starts that can be booked, ascending, in epoch seconds.
  ///
  /// @param asked where to look for starts
  public static long[] starts(Snapshot snapshot, IntervalSet asked) {
    return asked.isEmpty() ? new long[0] : new SlotFinder(snapshot).starts(asked);
  }

  /// Returns everything that speaks against a start; nothing if it can be booked.
  public static List<Reason> reasonsAgainst(Snapshot snapshot, Instant start) {
    return new SlotFinder(snapshot).reasonsAgainst(start);
  }

  private long[] starts(IntervalSet asked) {
    IntervalSet windows = windows(asked, OpenWindows::between);
    IntervalSet forbidden = IntervalSet.EMPTY;
    for (Rule rule : rules(asked)) {
      forbidden = forbidden.union(rule.forbidden);
    }
    IntervalSet allowed = asked.minus(forbidden);
    long[] found = new long[64];
    int count = 0;
    int window = 0;
    for (int i = 0; i < allowed.size(); i++) {
      while (window < windows.size() && windows.end(window) <= allowed.start(i)) {
        window++;
      }
      for (int w = window; w < windows.size() && windows.start(w) < allowed.end(i); w++) {
        long last = Math.min(windows.end(w) - duration, allowed.end(i) - 1);
        for (long s = onGrid(windows.start(w), allowed.start(i)); s <= last; s += step) {
          if (count == found.length) {
            found = Arrays.copyOf(found, 2 * count);
          }
          found[count++] = s;
        }
      }
    }
    return Arrays.copyOf(found, count);
  }

  /// Returns the first start on a window's grid that is not before a second.
  private long onGrid(long windowStart, long notBefore) {
    long steps = Math.max(0, Math.ceilDiv(notBefore - windowStart, step));
    return windowStart + steps * step;
  }

  private List<Reason> reasonsAgainst(Instant instant) {
    long start = instant.getEpochSecond();
    List<Reason> reasons = new ArrayList<>();
    IntervalSet asked = IntervalSet.of(start, start + 1);
    for (Rule rule : rules(asked)) {
      if (rule.forbidden.contains(start)) {
        reasons.add(new Reason(rule.code, rule.message));
      }
    }
    IntervalSet windows = windows(asked, OpenWindows::between);
    int window = windows.firstEndingAfter(start);
    if (!fits(windows, start)) {
      reasons.add(
          fits(windows(asked, OpenWindows::withoutOverrides), start)
              ? new Reason(Code.OVERRIDE, "The schedule has other hours on this date.")
              : new Reason(
                  Code.OUTSIDE_SCHEDULE, "The schedule is not open for the whole meeting."));
    } else if (instant.getNano() != 0 || onGrid(windows.start(window), start) != start) {
      reasons.add(
          new Reason(
              Code.OFF_GRID,
              "Meetings start every "
                  + eventType.stepMinutes()
                  + " minutes from "
                  + Instant.ofEpochSecond(windows.start(window)).atZone(zone).toLocalTime()
                  + "."));
    }
    return reasons;
  }

  /// Returns whether a meeting that starts then lies inside one window.
  private boolean fits(IntervalSet windows, long start) {
    int window = windows.firstEndingAfter(start);
    return window < windows.size()
        && windows.start(window) <= start
        && start + duration <= windows.end(window);
  }

  @FunctionalInterface
  private interface WindowSource {
    IntervalSet between(Schedule schedule, LocalDate first, LocalDate last);
  }

  private IntervalSet windows(IntervalSet asked, WindowSource source) {
    return source.between(
        snapshot.schedule(), localDate(asked.start(0)), localDate(asked.end(asked.size() - 1)));
  }

  /// A rule with the starts that it forbids.
  private record Rule(Code code, String message, IntervalSet forbidden) {}

  private List<Rule> rules(IntervalSet asked) {
    List<Rule> rules = new ArrayList<>();
    if (!snapshot.hostActive() || !eventType.active()) {
      rules.add(
          new Rule(
              Code.INACTIVE,
              (eventType.active() ? "The host" : "The event type") + " is switched off.",
              IntervalSet.of(IntervalSet.FIRST_SECOND, IntervalSet.LAST_SECOND)));
    }
    long now = IntervalSet.ceilSecond(snapshot.now());
    long noticed = now + eventType.minimumNoticeMinutes() * MINUTE;
    rules.add(
        new Rule(Code.PAST, "The time has passed.", IntervalSet.of(IntervalSet.FIRST_SECOND, now)));
    rules.add(
        new Rule(
            Code.MINIMUM_NOTICE,
            "Meetings are booked at least " + eventType.minimumNoticeMinutes() + " minutes ahead.",
            IntervalSet.of(now, noticed)));
    rules.add(bookingWindow());
    rules.add(
        new Rule(
            Code.MEETING, "Another meeting or its buffer takes this time.", takenByMeetings()));
    limit(rules, asked, eventType.maxPerDay(), "day", UnaryOperator.identity(), 1);
    limit(
        rules,
        asked,
        eventType.maxPerWeek(),
        "week",
        date -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
        7);
    return rules;
  }

  private Rule bookingWindow() {
    LocalDate today = localDate(snapshot.now().getEpochSecond());
    return switch (eventType.bookingWindow()) {
      case BookingWindow.Rolling rolling ->
          new Rule(
              Code.BOOKING_WINDOW,
              "Meetings are booked at most " + rolling.days() + " days ahead.",
              LocalDates.notBefore(today.plusDays(rolling.days() + 1L), zone));
      case BookingWindow.Dates dates ->
          new Rule(
              Code.BOOKING_WINDOW,
              "Meetings are booked from " + dates.from() + " to " + dates.to() + ".",
              LocalDates.between(dates.from(), dates.to(), zone).complement());
      case BookingWindow.Unlimited unlimited ->
          new Rule(Code.BOOKING_WINDOW, "", IntervalSet.EMPTY);
    };
  }

  /// A start `s` is forbidden when `[s - before, s + duration + after)` overlaps the padded
  /// meeting.
  private IntervalSet takenByMeetings() {
    long before = eventType.bufferBeforeMinutes() * MINUTE;
    long after = eventType.bufferAfterMinutes() * MINUTE;
    IntervalSet taken =
        IntervalSet.covering(snapshot.meetings().stream().map(MeetingTime::padded).toList());
    IntervalSet.Builder forbidden = new IntervalSet.Builder(taken.size());
    for (int i = 0; i < taken.size(); i++) {
      forbidden.add(taken.start(i) - duration - after + 1, taken.end(i) + before);
    }
    return forbidden.build();
  }

  /// Adds the rule of a limit: the periods that are full forbid all their starts.
  ///
  /// @param toFirstDate from a local date to the first one of its period
  private void limit(
      List<Rule> rules,
      IntervalSet asked,
      @Nullable Integer most,
      String period,
      UnaryOperator<LocalDate> toFirstDate,
      int days) {
    if (most == null) {
      return;
    }
    Map<LocalDate, Integer> counts = new HashMap<>();
    for (MeetingTime meeting : snapshot.meetings()) {
      if (eventType.id().equals(meeting.eventTypeId())) {
        LocalDate date = localDate(meeting.startsAt().getEpochSecond());
        counts.merge(toFirstDate.apply(date), 1, Integer::sum);
      }
    }
    IntervalSet.Builder full = new IntervalSet.Builder(counts.size());
    counts.forEach(
        (first, count) -> {
          if (count >= most) {
            full.addAll(LocalDates.between(first, first.plusDays(days - 1L), zone));
          }
        });
    rules.add(
        new Rule(
            Code.LIMIT,
            "The " + period + " already has " + most + " of these meetings.",
            full.build().intersect(asked)));
  }

  private LocalDate localDate(long epochSecond) {
    return Instant.ofEpochSecond(epochSecond).atZone(zone).toLocalDate();
  }

  /// Returns how far around asked starts a snapshot must know meetings: the local weeks that they
  /// lie in, and the longest padded interval on both sides.
  static Interval reach(IntervalSet asked, EventType eventType, ZoneId zone) {
    Instant first = Instant.ofEpochSecond(asked.start(0));
    Instant last = Instant.ofEpochSecond(asked.end(asked.size() - 1));
    Instant from = first.minusSeconds(eventType.bufferBeforeMinutes() * MINUTE);
    Instant until =
        last.plusSeconds((eventType.durationMinutes() + eventType.bufferAfterMinutes()) * MINUTE);
    if (eventType.maxPerDay() == null && eventType.maxPerWeek() == null) {
      return new Interval(from, until);
    }
    LocalDate monday =
        first.atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate sunday =
        last.atZone(zone).toLocalDate().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    Instant week = monday.minusDays(1).atStartOfDay(zone).toInstant();
    Instant weekEnd = sunday.plusDays(2).atStartOfDay(zone).toInstant();
    return new Interval(
        week.isBefore(from) ? week : from, weekEnd.isAfter(until) ? weekEnd : until);
  }
}
