package org.meetwright.core.busy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.time.Interval;

/// How one row of `busy_series` holds many times of an event: as seconds since the first start and
/// seconds that it lasts, `0+1800 86400+1800`. Events repeat by the thousand, and each row that a
/// database keeps in its indexes costs it far more than the few letters of a time.
public final class SeriesTimes {
  /// How many times one row holds at most.
  public static final int MOST = 200;

  /// How long the times of a row last at most, from the first start, unless it holds only one.
  static final Duration LONGEST = Duration.ofDays(33);

  private static final long STRETCH = Duration.ofDays(32).toSeconds();
  private static final Duration LONGEST_TIME = Duration.ofDays(1);

  private SeriesTimes() {}

  /// Returns the number of the stretch of 32 days in which an instant is, counted from 1970. Only
  /// times that begin in one stretch stand in one row, so that a row stays as it is while what is
  /// known moves on day by day.
  public static long stretch(Instant start) {
    return Math.floorDiv(start.getEpochSecond(), STRETCH);
  }

  /// Returns whether a time may stand in a row with others.
  public static boolean isJoinable(Interval time) {
    return time.duration().compareTo(LONGEST_TIME) <= 0
        && isWholeSecond(time.startInclusive())
        && isWholeSecond(time.endExclusive());
  }

  private static boolean isWholeSecond(Instant instant) {
    return instant.equals(instant.truncatedTo(ChronoUnit.SECONDS));
  }

  /// Returns whether a row is longer than those that can be found by their start.
  public static boolean isLong(Instant start, Instant end) {
    return Duration.between(start, end).compareTo(LONGEST) > 0;
  }

  /// Returns when the last of some times to end does.
  public static Instant end(List<Interval> times) {
    return Collections.max(times.stream().map(Interval::endExclusive).toList());
  }

  /// Writes times.
  ///
  /// @param times by start; at most [#MOST], and joinable if there are several
  /// @return null if it is only one, which its start and end describe
  public static @Nullable String text(List<Interval> times) {
    if (times.size() == 1) {
      return null;
    }
    long first = times.getFirst().startInclusive().getEpochSecond();
    StringBuilder text = new StringBuilder();
    for (Interval time : times) {
      long start = time.startInclusive().getEpochSecond();
      text.append(text.isEmpty() ? "" : " ")
          .append(start - first)
          .append('+')
          .append(time.endExclusive().getEpochSecond() - start);
    }
    return text.toString();
  }

  /// Reads times.
  ///
  /// @param start of the row
  /// @param end of the row
  /// @throws IllegalArgumentException if they were not written so
  public static List<Interval> read(Instant start, Instant end, @Nullable String text) {
    if (text == null) {
      return List.of(new Interval(start, end));
    }
    List<Interval> times = new ArrayList<>();
    for (int at = 0; at < text.length(); ) {
      int plus = text.indexOf('+', at);
      int space = text.indexOf(' ', at);
      int last = space < 0 ? text.length() : space;
      if (plus < 0 || plus > last) {
        throw new IllegalArgumentException("Not times of an event: " + text);
      }
      Instant begins = start.plusSeconds(Long.parseLong(text, at, plus, 10));
      times.add(new Interval(begins, begins.plusSeconds(Long.parseLong(text, plus + 1, last, 10))));
      at = last + 1;
    }
    return times;
  }
}
