package org.meetwright.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntervalSetTest {
  private static IntervalSet set(long... edges) {
    IntervalSet.Builder builder = new IntervalSet.Builder(1);
    for (int i = 0; i < edges.length; i += 2) {
      builder.add(edges[i], edges[i + 1]);
    }
    return builder.build();
  }

  @Test
  void joinsTouchingAndOverlappingIntervalsInAnyOrder() {
    assertThat(set(5, 7, 1, 3, 3, 4)).isEqualTo(set(1, 4, 5, 7));
    assertThat(set(1, 10, 2, 3)).isEqualTo(set(1, 10));
    assertThat(set(1, 3, 1, 5)).isEqualTo(set(1, 5));
  }

  @Test
  void dropsEmptyIntervals() {
    assertThat(set(3, 3, 5, 4).isEmpty()).isTrue();
    assertThat(IntervalSet.of(3, 3)).isEqualTo(IntervalSet.EMPTY);
  }

  @Test
  void includesStartsAndExcludesEnds() {
    IntervalSet set = set(1, 3, 5, 7);
    assertThat(set.contains(0)).isFalse();
    assertThat(set.contains(1)).isTrue();
    assertThat(set.contains(2)).isTrue();
    assertThat(set.contains(3)).isFalse();
    assertThat(set.contains(5)).isTrue();
    assertThat(set.contains(7)).isFalse();
  }

  @Test
  void coversFractionsOfSeconds() {
    Interval interval =
        new Interval(
            Instant.parse("1970-01-01T00:00:01.5Z"), Instant.parse("1970-01-01T00:00:02.1Z"));
    assertThat(IntervalSet.covering(List.of(interval))).isEqualTo(set(1, 3));
  }

  @Test
  void refusesAnIntervalThatDoesNotEndAfterItsStart() {
    Instant now = Instant.EPOCH;
    assertThatThrownBy(() -> new Interval(now, now)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void doesNotOverlapWhatItTouches() {
    Interval first = new Interval(Instant.ofEpochSecond(0), Instant.ofEpochSecond(10));
    assertThat(first.overlaps(new Interval(Instant.ofEpochSecond(10), Instant.ofEpochSecond(11))))
        .isFalse();
    assertThat(first.overlaps(new Interval(Instant.ofEpochSecond(9), Instant.ofEpochSecond(11))))
        .isTrue();
  }

  @Test
  void agreesWithSetsOfBits() {
    Random random = new Random(7);
    for (int round = 0; round < 2000; round++) {
      BitSet a = bits(random);
      BitSet b = bits(random);
      assertThat(of(a).union(of(b))).isEqualTo(of(or(a, b)));
      assertThat(of(a).intersect(of(b))).isEqualTo(of(and(a, b)));
      assertThat(of(a).minus(of(b))).isEqualTo(of(without(a, b)));
    }
  }

  private static BitSet bits(Random random) {
    BitSet bits = new BitSet();
    for (int i = random.nextInt(6); i > 0; i--) {
      int start = random.nextInt(40);
      bits.set(start, start + random.nextInt(8));
    }
    return bits;
  }

  private static IntervalSet of(BitSet bits) {
    IntervalSet.Builder builder = new IntervalSet.Builder(1);
    bits.stream().forEach(bit -> builder.add(bit, bit + 1L));
    return builder.build();
  }

  private static BitSet or(BitSet a, BitSet b) {
    BitSet result = (BitSet) a.clone();
    result.or(b);
    return result;
  }

  private static BitSet and(BitSet a, BitSet b) {
    BitSet result = (BitSet) a.clone();
    result.and(b);
    return result;
  }

  private static BitSet without(BitSet a, BitSet b) {
    BitSet result = (BitSet) a.clone();
    result.andNot(b);
    return result;
  }
}
