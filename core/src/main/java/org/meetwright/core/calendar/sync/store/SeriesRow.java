package org.meetwright.core.calendar.sync.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.busy.SeriesTimes;
import org.meetwright.core.time.Interval;
import org.meetwright.core.value.Ids;

/// Times of an item as `busy_series` holds them.
///
/// @param times as [SeriesTimes] writes them
record SeriesRow(
    UUID id,
    UUID itemId,
    Instant startsAt,
    Instant endsAt,
    @Nullable String times,
    String summary,
    boolean isPrivate) {
  /// What times must have in common to stand in one row.
  ///
  /// @param alone the time, if it stands alone whatever it has in common with others
  record RowKey(long stretch, @Nullable Interval alone, String summary, boolean isPrivate) {
    static RowKey of(BusyOccurrence taken) {
      return of(taken.time(), taken.summary(), taken.isPrivate());
    }

    static RowKey of(Interval time, String summary, boolean isPrivate) {
      return new RowKey(
          SeriesTimes.stretch(time.startInclusive()),
          SeriesTimes.isJoinable(time) ? null : time,
          summary,
          isPrivate);
    }
  }

  static SeriesRow added(UUID itemId, RowKey kind, List<Interval> times) {
    return of(Ids.next(), itemId, kind, times);
  }

  private static SeriesRow of(UUID id, UUID itemId, RowKey kind, List<Interval> times) {
    return new SeriesRow(
        id,
        itemId,
        times.getFirst().startInclusive(),
        SeriesTimes.end(times),
        SeriesTimes.text(times),
        kind.summary,
        kind.isPrivate);
  }

  /// Returns the row with other times.
  SeriesRow with(RowKey kind, List<Interval> times) {
    return of(id, itemId, kind, times);
  }

  boolean isLong() {
    return SeriesTimes.isLong(startsAt, endsAt);
  }

  /// Returns its times, by start.
  List<Interval> list() {
    return SeriesTimes.read(startsAt, endsAt, times);
  }
}
