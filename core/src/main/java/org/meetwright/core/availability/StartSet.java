package org.meetwright.core.availability;

import java.util.Arrays;
import java.util.TreeSet;

/// Collects starts, in epoch seconds, each once.
final class StartSet {
  private static final long MINUTE = 60;

  private final long base;
  private final long[] minutes;
  private final TreeSet<Long> between = new TreeSet<>();
  private int count;

  /// Creates a set for starts in `[from, until)`.
  StartSet(long from, long until) {
    base = Math.floorDiv(from, MINUTE) * MINUTE;
    minutes = new long[Math.toIntExact((until - base) / MINUTE / Long.SIZE + 1)];
  }

  void addAll(long[] starts, int length) {
    for (int i = 0; i < length; i++) {
      long offset = starts[i] - base;
      long minute = offset / MINUTE;
      if (minute * MINUTE == offset) {
        minutes[(int) (minute >> 6)] |= 1L << minute;
      } else {
        // Only where a zone's offset has seconds: before 1972.
        between.add(starts[i]);
      }
    }
  }

  /// Returns the starts, ascending.
  long[] toArray() {
    long[] starts = new long[Math.max(64, minutes.length)];
    count = 0;
    for (int word = 0; word < minutes.length; word++) {
      for (long bits = minutes[word]; bits != 0; bits &= bits - 1) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, 2 * count);
        }
        int bit = Long.numberOfTrailingZeros(bits);
        starts[count++] = base + (((long) word << 6) + bit) * MINUTE;
      }
    }
    long[] found = Arrays.copyOf(starts, count + between.size());
    for (long start : between) {
      found[count++] = start;
    }
    if (!between.isEmpty()) {
      Arrays.sort(found);
    }
    return found;
  }
}
