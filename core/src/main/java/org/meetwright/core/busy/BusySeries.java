package org.meetwright.core.busy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.time.Interval;

/// Times that an event of a calendar takes: a row of `busy_series`.
///
/// @param startsAt the start of the first
/// @param endsAt when the last of them to end does
/// @param times as [SeriesTimes] writes them
/// @param source the word of the calendar's service
public record BusySeries(
    UUID id,
    UUID hostId,
    UUID calendarId,
    Instant startsAt,
    Instant endsAt,
    @Nullable String times,
    String summary,
    String source) {
  /// Returns those of a host that have a time that overlaps `[from, until)`, within a transaction.
  static List<BusySeries> load(Transaction tx, UUID hostId, Instant from, Instant until) {
    return tx.mapper(BusySeriesMapper.class)
        .between(hostId, from.minus(SeriesTimes.LONGEST), from, until);
  }

  /// Returns whether an event of a calendar takes any of an interval, within a transaction.
  public static boolean takes(Transaction tx, UUID hostId, UUID calendarId, Interval asked) {
    return load(tx, hostId, asked.startInclusive(), asked.endExclusive()).stream()
        .anyMatch(
            one ->
                one.calendarId.equals(calendarId) && one.list().stream().anyMatch(asked::overlaps));
  }

  /// Returns its times, by start.
  List<Interval> list() {
    return SeriesTimes.read(startsAt, endsAt, times);
  }

  /// Returns those of its times that overlap `[from, until)`.
  ///
  /// @param from null if there is no such bound, like until
  Stream<BusyTime> busyTimes(@Nullable Instant from, @Nullable Instant until) {
    return list().stream()
        .filter(
            time ->
                (from == null || time.endExclusive().isAfter(from))
                    && (until == null || time.startInclusive().isBefore(until)))
        .map(
            time ->
                new BusyTime(
                    idOf(time.startInclusive()),
                    hostId,
                    time.startInclusive(),
                    time.endExclusive(),
                    summary,
                    source));
  }

  /// Returns an id for one of the times, the same as long as the row stands.
  private UUID idOf(Instant start) {
    return times == null
        ? id
        : new UUID(
            id.getMostSignificantBits(), id.getLeastSignificantBits() ^ start.getEpochSecond());
  }
}
