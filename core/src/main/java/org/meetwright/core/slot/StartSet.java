package org.meetwright.core.slot;

import java.util.Arrays;
import java.util.TreeSet;

/// Collects starts, in epoch seconds, each once.
final class StartSet {
  private static final long MINUTE = 60;

  private final long base;
  private final long[] minutes;
  private final TreeSet<Long> between = new TreeSet<>();

  /// Creates a set for starts in `[from, until)`.
  StartSet(long from, long until) {
    base = Math.floorDiv(from, MINUTE) * MINUTE;
    minutes = new long[Math.toIntExact((until - base) / MINUTE / Long.SIZE + 1)];
  }

  /// Adds the starts `first`, `first + step`, ... before an end, exclusive.
  ///
  /// @param end after the first
  /// @param step whole minutes, in seconds
  void add(long first, long end, long step) {
    long offset = first - base;
    if (offset % MINUTE == 0) {
      mark((int) (offset / MINUTE), (int) ((end - base - 1) / MINUTE), (int) (step / MINUTE));
      return;
    }
    // Only where a zone's offset has seconds: before 1972.
    for (long start = first; start < end; start += step) {
      between.add(start);
    }
  }

  /// Marks whole words at a time.
  ///
  /// @param last inclusive
  private void mark(int first, int last, int step) {
    long pattern = pattern(step);
    int minute = first;
    while (minute <= last) {
      long bits = pattern << minute;
      if (minute >> 6 == last >> 6) {
        bits &= -1L >>> ~last;
      }
      minutes[minute >> 6] |= bits;
      minute += step * Long.bitCount(bits);
    }
  }

  private static long pattern(int step) {
    long pattern = 1;
    for (int bit = step; bit < Long.SIZE; bit += step) {
      pattern |= 1L << bit;
    }
    return pattern;
  }

  /// Returns the starts, ascending.
  long[] toArray() {
    long[] starts = new long[size()];
    int count = 0;
    for (int word = 0; word < minutes.length; word++) {
      for (long bits = minutes[word]; bits != 0; bits &= bits - 1) {
        int bit = Long.numberOfTrailingZeros(bits);
        starts[count++] = base + (((long) word << 6) + bit) * MINUTE;
      }
    }
    if (!between.isEmpty()) {
      for (long start : between) {
        starts[count++] = start;
      }
      Arrays.sort(starts);
    }
    return starts;
  }

  private int size() {
    int size = between.size();
    for (long word : minutes) {
      size += Long.bitCount(word);
    }
    return size;
  }
}
