package org.meetwright.core.calendar.sync.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.busy.SeriesTimes;
import org.meetwright.core.calendar.sync.store.SeriesRow.RowKey;
import org.meetwright.core.time.Interval;

/// What changes of the rows of `busy_series` when items take other times than before. A row whose
/// times stay is not written; one that loses some keeps its id, which tells since when its times
/// are known. New times get new rows, except for those that were beyond what was known before.
final class SeriesChange {
  private static final Comparator<Interval> BY_START =
      Comparator.comparing(Interval::startInclusive).thenComparing(Interval::endExclusive);

  private final @Nullable Instant knownUntil;
  private final List<UUID> deleted = new ArrayList<>();
  private final List<SeriesRow> inserted = new ArrayList<>();
  private boolean moved;

  /// @param knownUntil the end of what was known before; null if that is unknown
  SeriesChange(@Nullable Instant knownUntil) {
    this.knownUntil = knownUntil;
  }

  /// Returns the rows that go, with those that are replaced.
  List<UUID> deleted() {
    return deleted;
  }

  /// Returns the rows that come, with those that replace others.
  List<SeriesRow> inserted() {
    return inserted;
  }

  /// Returns whether a time has been taken or given back.
  boolean moved() {
    return moved;
  }

  /// A row that loses times, or gets some.
  private record Kept(SeriesRow row, RowKey kind, List<Interval> times) {}

  /// Compares the times of an item with the rows that it has.
  void add(UUID itemId, List<BusyOccurrence> taken, List<SeriesRow> before) {
    SortedMap<Interval, BusyOccurrence> now = new TreeMap<>(BY_START);
    taken.forEach(one -> now.putIfAbsent(one.time(), one));
    Map<Interval, BusyOccurrence> left = new TreeMap<>(now);
    List<Kept> kept = new ArrayList<>();
    int known = 0;
    for (SeriesRow row : before) {
      List<Interval> times = new ArrayList<>();
      for (Interval time : row.list()) {
        BusyOccurrence same = now.get(time);
        moved |= same == null;
        known += same == null ? 0 : 1;
        if (same != null && isSaid(same, row) && left.remove(time) != null) {
          times.add(time);
        }
      }
      if (times.isEmpty()) {
        deleted.add(row.id());
      } else {
        kept.add(new Kept(row, RowKey.of(times.getFirst(), row.summary(), row.isPrivate()), times));
      }
    }
    moved |= known < now.size();
    join(left, kept);
    kept.forEach(this::replace);
    insert(itemId, left);
  }

  private static boolean isSaid(BusyOccurrence taken, SeriesRow row) {
    return taken.summary().equals(row.summary()) && taken.isPrivate() == row.isPrivate();
  }

  /// Has rows take times that come into sight, so that those of an event that repeats do not become
  /// a row each.
  private void join(Map<Interval, BusyOccurrence> left, List<Kept> kept) {
    if (knownUntil == null) {
      return;
    }
    left.entrySet()
        .removeIf(
            added ->
                !added.getKey().startInclusive().isBefore(knownUntil)
                    && kept.stream().anyMatch(row -> hasJoined(row, added.getValue())));
  }

  private static boolean hasJoined(Kept row, BusyOccurrence added) {
    RowKey kind = RowKey.of(added);
    return kind.alone() == null
        && kind.equals(row.kind)
        && row.times.size() < SeriesTimes.MOST
        && row.times.getLast().startInclusive().isBefore(added.start())
        && row.times.add(added.time());
  }

  private void replace(Kept row) {
    if (!row.times.equals(row.row.list())) {
      deleted.add(row.row.id());
      inserted.add(row.row.with(row.kind, row.times));
    }
  }

  private void insert(UUID itemId, Map<Interval, BusyOccurrence> added) {
    Map<RowKey, List<Interval>> kinds = new LinkedHashMap<>();
    added.forEach(
        (time, taken) -> kinds.computeIfAbsent(RowKey.of(taken), k -> new ArrayList<>()).add(time));
    kinds.forEach(
        (kind, times) -> {
          for (int from = 0; from < times.size(); from += SeriesTimes.MOST) {
            int to = Math.min(from + SeriesTimes.MOST, times.size());
            inserted.add(SeriesRow.added(itemId, kind, times.subList(from, to)));
          }
        });
  }
}
