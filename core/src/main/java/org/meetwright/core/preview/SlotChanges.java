package org.meetwright.core.preview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.preview.PreviewResult.Count;
import org.meetwright.core.preview.PreviewResult.Slot;
import org.meetwright.core.slot.SlotFinder;
import org.meetwright.core.slot.Snapshot;
import org.meetwright.core.time.IntervalSet;

/// Compares the slots of event types before and after a change. Two slots are the same if they
/// begin and end at the same instants.
final class SlotChanges {
  /// How many slots are told; all are counted.
  static final int MOST = 500;

  private final List<Slot> appear = new ArrayList<>();
  private final List<Slot> vanish = new ArrayList<>();
  private final List<Count> counts = new ArrayList<>();

  /// Slots of all lengths, each once: its start and its length in one number, ascending.
  @SuppressWarnings("ArrayRecordComponent") // No object a slot.
  record Slots(long[] packed) {
    static final Slots NONE = new Slots(new long[0]);

    /// A day has 86,400 seconds, and no meeting is longer.
    private static final int LENGTH_BITS = 17;

    /// Returns the slots of an event type.
    ///
    /// @param snapshots one for each length
    static Slots of(List<Snapshot> snapshots, IntervalSet asked) {
      long[] all = snapshots.stream().flatMapToLong(each -> pack(each, asked)).sorted().toArray();
      int kept = 0;
      for (long slot : all) {
        if (kept == 0 || all[kept - 1] != slot) {
          all[kept++] = slot;
        }
      }
      return new Slots(Arrays.copyOf(all, kept));
    }

    private static LongStream pack(Snapshot snapshot, IntervalSet asked) {
      long[] starts = SlotFinder.starts(snapshot, asked);
      long[] ends = SlotFinder.ends(snapshot, starts);
      return IntStream.range(0, starts.length)
          .mapToLong(i -> starts[i] << LENGTH_BITS | (ends[i] - starts[i]));
    }

    private Slot slot(EventType eventType, int at) {
      Instant start = Instant.ofEpochSecond(packed[at] >> LENGTH_BITS);
      long seconds = packed[at] & (1L << LENGTH_BITS) - 1;
      return new Slot(eventType, start, start.plusSeconds(seconds));
    }
  }

  void add(EventType eventType, Slots before, Slots after) {
    int old = 0;
    int now = 0;
    long stay = 0;
    long gone = 0;
    while (old < before.packed.length || now < after.packed.length) {
      int order =
          old == before.packed.length
              ? 1
              : now == after.packed.length
                  ? -1
                  : Long.compare(before.packed[old], after.packed[now]);
      if (order == 0) {
        stay++;
        old++;
        now++;
      } else if (order < 0) {
        if (gone++ < MOST) {
          vanish.add(before.slot(eventType, old));
        }
        old++;
      } else {
        if (now - stay < MOST) {
          appear.add(after.slot(eventType, now));
        }
        now++;
      }
    }
    counts.add(new Count(eventType, after.packed.length - stay, gone, stay));
  }

  List<Slot> appear() {
    return first(appear);
  }

  List<Slot> vanish() {
    return first(vanish);
  }

  List<Count> counts() {
    return List.copyOf(counts);
  }

  private static List<Slot> first(List<Slot> slots) {
    return slots.stream().sorted(Comparator.comparing(Slot::start)).limit(MOST).toList();
  }
}
