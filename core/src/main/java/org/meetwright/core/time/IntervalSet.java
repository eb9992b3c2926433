package org.meetwright.core.time;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// An immutable set of whole seconds of absolute time, held as sorted, disjoint, non-touching,
/// half-open intervals in one array of epoch seconds: start, end, start, end, ...
public final class IntervalSet {
  /// The set that holds nothing.
  public static final IntervalSet EMPTY = new IntervalSet(new long[0]);

  /// The first second there is.
  public static final long FIRST_SECOND = Instant.MIN.getEpochSecond();

  /// The first second that there is no more.
  public static final long LAST_SECOND = Instant.MAX.getEpochSecond();

  private final long[] edges;

  private IntervalSet(long[] edges) {
    this.edges = edges;
  }

  /// Returns the set of one interval, in epoch seconds; the empty set if the end is not after the
  /// start.
  public static IntervalSet of(long startInclusive, long endExclusive) {
    return startInclusive < endExclusive
        ? new IntervalSet(new long[] {startInclusive, endExclusive})
        : EMPTY;
  }

  /// Returns the set of all seconds that the intervals touch: starts are rounded down, ends up.
  public static IntervalSet covering(Collection<Interval> intervals) {
    Builder builder = new Builder(intervals.size());
    for (Interval interval : intervals) {
      builder.add(interval.startInclusive().getEpochSecond(), ceilSecond(interval.endExclusive()));
    }
    return builder.build();
  }

  /// Returns the first whole epoch second that is not before the instant.
  public static long ceilSecond(Instant instant) {
    return instant.getNano() == 0 ? instant.getEpochSecond() : instant.getEpochSecond() + 1;
  }

  /// Returns how many intervals there are.
  public int size() {
    return edges.length / 2;
  }

  /// Returns whether the set holds nothing.
  public boolean isEmpty() {
    return edges.length == 0;
  }

  /// Returns the start of interval `index` in epoch seconds, inclusive.
  public long start(int index) {
    return edges[2 * index];
  }

  /// Returns the end of interval `index` in epoch seconds, exclusive.
  public long end(int index) {
    return edges[2 * index + 1];
  }

  /// Returns the index of the first interval that ends after the second; [#size] if there is none.
  public int firstEndingAfter(long second) {
    int found = Arrays.binarySearch(edges, second);
    // On an edge: an even index is a start, an odd one an end, which is outside its interval.
    int edge = found >= 0 ? found + (found & 1) : -found - 1;
    return edge / 2;
  }

  /// Returns whether the epoch second lies inside.
  public boolean contains(long second) {
    int index = firstEndingAfter(second);
    return index < size() && start(index) <= second;
  }

  /// Returns the seconds that are in this set, in the other, or in both.
  public IntervalSet union(IntervalSet other) {
    if (other.isEmpty() || isEmpty()) {
      return isEmpty() ? other : this;
    }
    Builder builder = new Builder(size() + other.size());
    builder.addAll(this);
    builder.addAll(other);
    return builder.build();
  }

  /// Returns the seconds that are in this set and in the other.
  public IntervalSet intersect(IntervalSet other) {
    Builder builder = new Builder(size() + other.size());
    int mine = 0;
    int theirs = 0;
    while (mine < size() && theirs < other.size()) {
      builder.add(
          Math.max(start(mine), other.start(theirs)), Math.min(end(mine), other.end(theirs)));
      if (end(mine) < other.end(theirs)) {
        mine++;
      } else {
        theirs++;
      }
    }
    return builder.build();
  }

  /// Returns the seconds that are in this set and not in the other.
  public IntervalSet minus(IntervalSet other) {
    return intersect(other.complement());
  }

  /// Returns the seconds of this set from an epoch second on.
  public IntervalSet from(long second) {
    if (isEmpty() || edges[0] >= second) {
      return this;
    }
    int first = firstEndingAfter(second);
    if (first == size()) {
      return EMPTY;
    }
    long[] rest = Arrays.copyOfRange(edges, 2 * first, edges.length);
    rest[0] = Math.max(rest[0], second);
    return new IntervalSet(rest);
  }

  /// Returns all seconds that are not in this set.
  public IntervalSet complement() {
    Builder builder = new Builder(size() + 1);
    long from = FIRST_SECOND;
    for (int i = 0; i < size(); i++) {
      builder.add(from, start(i));
      from = end(i);
    }
    builder.add(from, LAST_SECOND);
    return builder.build();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof IntervalSet set && Arrays.equals(edges, set.edges);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(edges);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < size(); i++) {
      text.append(i == 0 ? "" : ", ")
          .append(Instant.ofEpochSecond(start(i)))
          .append('/')
          .append(Instant.ofEpochSecond(end(i)));
    }
    return text.append('}').toString();
  }

  /// Collects intervals in any order; overlapping and touching ones are joined.
  public static final class Builder {
    private long[] edges;
    private int length;
    private boolean sorted = true;

    /// Creates a builder.
    ///
    /// @param expected how many intervals to make room for; more may come
    public Builder(int expected) {
      edges = new long[Math.max(2, 2 * expected)];
    }

    /// Adds an interval in epoch seconds; nothing if the end is not after the start.
    public Builder add(long startInclusive, long endExclusive) {
      if (startInclusive >= endExclusive) {
        return this;
      }
      if (length > 0 && sorted && startInclusive >= edges[length - 2]) {
        if (startInclusive <= edges[length - 1]) {
          edges[length - 1] = Math.max(edges[length - 1], endExclusive);
          return this;
        }
      } else if (length > 0) {
        sorted = false;
      }
      if (length == edges.length) {
        edges = Arrays.copyOf(edges, 2 * length);
      }
      edges[length++] = startInclusive;
      edges[length++] = endExclusive;
      return this;
    }

    /// Adds all intervals of a set.
    public Builder addAll(IntervalSet set) {
      for (int i = 0; i < set.size(); i++) {
        add(set.start(i), set.end(i));
      }
      return this;
    }

    /// Returns the set of all that was added.
    public IntervalSet build() {
      if (length == 0) {
        return EMPTY;
      }
      return sorted ? new IntervalSet(Arrays.copyOf(edges, length)) : sortedCopy().build();
    }

    private Builder sortedCopy() {
      long[][] pairs = new long[length / 2][];
      for (int i = 0; i < pairs.length; i++) {
        pairs[i] = new long[] {edges[2 * i], edges[2 * i + 1]};
      }
      Arrays.sort(pairs, (a, b) -> Long.compare(a[0], b[0]));
      Builder copy = new Builder(pairs.length);
      for (long[] pair : pairs) {
        copy.add(pair[0], pair[1]);
      }
      return copy;
    }
  }
}
