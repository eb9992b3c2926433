package org.meetwright.core.slot;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneOffsetTransition;
import java.util.Arrays;
import org.meetwright.core.time.IntervalSet;

/// The yardstick: the same question, answered by the loop that one would write for it alone, with
/// nothing around it. It knows no limits, groups, teams or booking windows, its zone changes its
/// clocks once at most in the answer, and it writes into arrays that it is given and that are long
/// enough.
final class BareLoop {
  private static final byte[] BEFORE_START = bytes("{\"start\":\"");
  private static final byte[] BEFORE_END = bytes("\",\"end\":\"");
  private static final byte[] AFTER_END = bytes("\",\"seatsLeft\":1}");

  private final long[] windowStarts;
  private final long[] windowEnds;
  private final long[] busyStarts;
  private final long[] busyEnds;
  private final long from;
  private final long until;
  private final long[] changes;
  private final int[] offsets;
  private int dateDay;
  private byte[] date = {};

  /// Copies windows and busy times out; these are sorted, merged, and have the buffers added.
  BareLoop(Question question) {
    HostFacts host = question.prepare().hosts().getFirst();
    IntervalSet windows = host.windows();
    IntervalSet busy = busy(question);
    windowStarts = starts(windows);
    windowEnds = ends(windows);
    busyStarts = starts(busy);
    busyEnds = ends(busy);
    IntervalSet asked = question.asked();
    from = Math.max(asked.start(0), Question.NOW.getEpochSecond() + Question.NOTICE * 60L);
    until = asked.end(0);
    changes = changes(asked);
    offsets = new int[changes.length];
    for (int i = 0; i < changes.length; i++) {
      Instant instant = Instant.ofEpochSecond(i == 0 ? asked.start(0) : changes[i - 1]);
      offsets[i] = Question.BERLIN.getRules().getOffset(instant).getTotalSeconds();
    }
  }

  private static IntervalSet busy(Question question) {
    IntervalSet.Builder busy = new IntervalSet.Builder(64);
    long buffer = Question.BUFFER * 60L;
    question
        .hosts()
        .getFirst()
        .busyTimes()
        .forEach(
            time ->
                busy.add(
                    time.startsAt().getEpochSecond() - buffer,
                    time.endsAt().getEpochSecond() + buffer));
    return busy.build();
  }

  private static long[] starts(IntervalSet set) {
    long[] starts = new long[set.size()];
    Arrays.setAll(starts, set::start);
    return starts;
  }

  private static long[] ends(IntervalSet set) {
    long[] ends = new long[set.size()];
    Arrays.setAll(ends, set::end);
    return ends;
  }

  /// Returns when the offset of Berlin changes; after the last change it never does.
  private static long[] changes(IntervalSet asked) {
    long[] changes = new long[0];
    Instant instant = Instant.ofEpochSecond(asked.start(0));
    while (changes.length == 0 || changes[changes.length - 1] < asked.end(0)) {
      ZoneOffsetTransition next = Question.BERLIN.getRules().nextTransition(instant);
      instant = next.getInstant();
      changes = Arrays.copyOf(changes, changes.length + 1);
      changes[changes.length - 1] = next.toEpochSecond();
    }
    return changes;
  }

  /// Finds the starts and returns how many there are.
  int starts(long[] into) {
    long duration = Question.DURATION * 60L;
    long step = Question.STEP * 60L;
    int count = 0;
    int busy = 0;
    for (int window = 0; window < windowStarts.length; window++) {
      long lastStart = windowEnds[window] - duration;
      for (long start = windowStarts[window]; start <= lastStart; start += step) {
        while (busy < busyStarts.length && busyEnds[busy] <= start) {
          busy++;
        }
        boolean free = busy == busyStarts.length || busyStarts[busy] >= start + duration;
        if (free && start >= from && start < until) {
          into[count++] = start;
        }
      }
    }
    return count;
  }

  /// Writes the starts as a JSON array and returns how many bytes it has.
  int json(long[] starts, int count, byte[] into) {
    int at = 0;
    int stretch = 0;
    into[at++] = '[';
    for (int i = 0; i < count; i++) {
      while (changes[stretch] <= starts[i]) {
        stretch++;
      }
      if (i > 0) {
        into[at++] = ',';
      }
      at = text(BEFORE_START, into, at);
      at = time(starts[i], offsets[stretch], into, at);
      at = text(BEFORE_END, into, at);
      at = time(starts[i] + Question.DURATION * 60L, offsets[stretch], into, at);
      at = text(AFTER_END, into, at);
    }
    into[at++] = ']';
    return at;
  }

  private static int text(byte[] text, byte[] into, int at) {
    System.arraycopy(text, 0, into, at, text.length);
    return at + text.length;
  }

  private int time(long second, int offset, byte[] into, int at) {
    long local = second + offset;
    int day = (int) (local / 86400);
    int time = (int) (local % 86400);
    if (day != dateDay) {
      dateDay = day;
      date = bytes(LocalDate.ofEpochDay(day) + "T");
    }
    text(date, into, at);
    two(time / 3600, into, at + 11);
    into[at + 13] = ':';
    two(time / 60 % 60, into, at + 14);
    into[at + 16] = ':';
    two(time % 60, into, at + 17);
    into[at + 19] = '+';
    two(offset / 3600, into, at + 20);
    into[at + 22] = ':';
    two(offset / 60 % 60, into, at + 23);
    return at + 25;
  }

  private static void two(int number, byte[] into, int at) {
    into[at] = (byte) ('0' + number / 10);
    into[at + 1] = (byte) ('0' + number % 10);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
