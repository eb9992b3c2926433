package org.meetwright.desktop.availability;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.api.model.schedule.ApiSchedule;

/// The open hours of a week, in steps of five minutes. It does not change: what is painted makes
/// another one.
public final class Week {
  /// The last minute of a day, exclusive.
  public static final int DAY = 24 * 60;

  private static final int STEP = 5;
  private static final int HOUR = 60;

  private final Map<DayOfWeek, BitSet> open;

  /// A span of a day that is open, in minutes of the day.
  ///
  /// @param start inclusive
  /// @param end exclusive
  public record Span(int start, int end) {}

  private Week(Map<DayOfWeek, BitSet> open) {
    this.open = open;
  }

  /// Returns the week of a schedule. Times between the steps are rounded outwards.
  public static Week of(Collection<ApiSchedule.Weekly> hours) {
    Week week = empty();
    for (ApiSchedule.Weekly span : hours) {
      week.steps(DayOfWeek.valueOf(span.day()))
          .set(minutes(span.start()) / STEP, Math.ceilDiv(minutes(span.end()), STEP));
    }
    return week;
  }

  private static Week empty() {
    Map<DayOfWeek, BitSet> none = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      none.put(day, new BitSet());
    }
    return new Week(none);
  }

  private Week copied() {
    Week copy = empty();
    open.forEach((day, steps) -> copy.steps(day).or(steps));
    return copy;
  }

  private BitSet steps(DayOfWeek day) {
    return Objects.requireNonNull(open.get(day));
  }

  /// Returns the week with a span opened or closed.
  public Week painted(DayOfWeek day, Span span, boolean opened) {
    Week copy = copied();
    copy.steps(day).set(span.start() / STEP, Math.ceilDiv(span.end(), STEP), opened);
    return copy;
  }

  /// Returns the week with the hours of a day on other days too.
  public Week copied(DayOfWeek from, Collection<DayOfWeek> to) {
    Week copy = copied();
    for (DayOfWeek day : to) {
      copy.steps(day).clear();
      copy.steps(day).or(steps(from));
    }
    return copy;
  }

  /// Returns whether a minute of a day is open.
  public boolean isOpen(DayOfWeek day, int minute) {
    return steps(day).get(minute / STEP);
  }

  /// Returns the spans of a day, in their order.
  public List<Span> spans(DayOfWeek day) {
    BitSet steps = steps(day);
    List<Span> spans = new ArrayList<>();
    for (int start = steps.nextSetBit(0); start >= 0; ) {
      int end = steps.nextClearBit(start);
      spans.add(new Span(start * STEP, end * STEP));
      start = steps.nextSetBit(end);
    }
    return spans;
  }

  /// Returns how many minutes of a day are open.
  public int minutes(DayOfWeek day) {
    return steps(day).cardinality() * STEP;
  }

  /// Returns the week as the API has it.
  public List<ApiSchedule.Weekly> hours() {
    List<ApiSchedule.Weekly> hours = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      for (Span span : spans(day)) {
        hours.add(new ApiSchedule.Weekly(day.name(), text(span.start()), text(span.end())));
      }
    }
    return hours;
  }

  private static int minutes(String time) {
    return Integer.parseInt(time.substring(0, 2)) * HOUR + Integer.parseInt(time.substring(3, 5));
  }

  static String text(int minutes) {
    return "%02d:%02d".formatted(minutes / HOUR, minutes % HOUR);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Week week && week.open.equals(open);
  }

  @Override
  public int hashCode() {
    return open.hashCode();
  }

  @Override
  public String toString() {
    return hours().toString();
  }
}
