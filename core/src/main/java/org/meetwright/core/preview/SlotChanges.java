package org.meetwright.core.preview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.preview.Previewed.Count;
import org.meetwright.core.preview.Previewed.Slot;
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

  /// Slots, sorted.
  ///
  /// @param ends the end of each
  @SuppressWarnings("ArrayRecordComponent") // No object a slot.
  record Slots(long[] starts, long[] ends) {
    static final Slots NONE = new Slots(new long[0], new long[0]);

    static Slots of(Snapshot snapshot, IntervalSet asked) {
      long[] starts = SlotFinder.starts(snapshot, asked);
      return new Slots(starts, SlotFinder.ends(snapshot, starts));
    }

    private Slot slot(EventType eventType, int at) {
      return new Slot(
          eventType, Instant.ofEpochSecond(starts[at]), Instant.ofEpochSecond(ends[at]));
    }

    /// Returns how this slot and another one follow each other; 0 if they are the same.
    private int compare(int mine, Slots other, int theirs) {
      int byStart = Long.compare(starts[mine], other.starts[theirs]);
      return byStart != 0 ? byStart : Long.compare(ends[mine], other.ends[theirs]);
    }
  }

  void add(EventType eventType, Slots before, Slots after) {
    int old = 0;
    int now = 0;
    long stay = 0;
    long gone = 0;
    while (old < before.starts.length || now < after.starts.length) {
      int order =
          old == before.starts.length
              ? 1
              : now == after.starts.length ? -1 : before.compare(old, after, now);
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
    counts.add(new Count(eventType, after.starts.length - stay, gone, stay));
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
