package org.meetwright.core.busy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.database.mybatis.StoredRows;
import org.meetwright.core.host.HostMapper;
import org.meetwright.core.news.News;
import org.meetwright.core.news.NewsKind;

/// The busy times of hosts.
public final class BusyTimes {
  private static final Comparator<BusyTime> BY_START =
      Comparator.comparing(BusyTime::startsAt).thenComparing(BusyTime::id);

  private final Database database;
  private final InstantSource clock;

  /// Creates the service.
  public BusyTimes(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Returns the host's busy times that overlap `[from, until)`, by start, within a transaction.
  public static List<BusyTime> load(Transaction tx, UUID hostId, Instant from, Instant until) {
    BusyTimeMapper mapper = tx.mapper(BusyTimeMapper.class);
    return byStart(
        mapper.between(hostId, from.minus(BusyTime.SHORT), from, until),
        BusySeries.load(tx, hostId, from, until).stream()
            .flatMap(one -> one.busyTimes(from, until)));
  }

  private static List<BusyTime> byStart(List<BusyTime> manual, Stream<BusyTime> ofCalendars) {
    return Stream.concat(manual.stream(), ofCalendars).sorted(BY_START).toList();
  }

  /// Returns the host's busy times by start.
  ///
  /// @param from only those that end later; null for all
  /// @param until only those that start earlier; null for all
  /// @param limit how many at most
  public List<BusyTime> list(
      UUID hostId, @Nullable Instant from, @Nullable Instant until, int limit) {
    return database.read(
        tx -> {
          BusyTimeMapper mapper = tx.mapper(BusyTimeMapper.class);
          List<BusyTime> manual =
              StoredRows.list(
                  "busy time",
                  () -> mapper.list(hostId, from, until, limit),
                  () -> mapper.ids(hostId, from, until, limit),
                  mapper::find);
          return byStart(manual, ofCalendars(tx, hostId, from, until, limit)).stream()
              .limit(limit)
              .toList();
        });
  }

  /// Each row that begins later has a time at its start, so that no more of them than the limit are
  /// needed.
  private static Stream<BusyTime> ofCalendars(
      Transaction tx, UUID hostId, @Nullable Instant from, @Nullable Instant until, int limit) {
    List<BusySeries> begun = from == null ? List.of() : BusySeries.load(tx, hostId, from, from);
    BusySeriesMapper mapper = tx.mapper(BusySeriesMapper.class);
    return Stream.concat(begun.stream(), mapper.beginning(hostId, from, until, limit).stream())
        .flatMap(one -> one.busyTimes(from, until));
  }

  /// Adds a busy time.
  public BusyTime add(BusyTime added) {
    return database.inTransaction(
        tx -> {
          HostMapper hosts = tx.mapper(HostMapper.class);
          hosts.lock(added.hostId());
          tx.mapper(BusyTimeMapper.class).insert(added, added.spansDays());
          hosts.raiseRevision(added.hostId());
          note(tx, added.hostId(), added.id());
          return added;
        });
  }

  /// Deletes a busy time that the host put in by hand.
  ///
  /// @return whether there was such a one
  public boolean delete(UUID hostId, UUID id) {
    return database.inTransaction(
        tx -> {
          HostMapper hosts = tx.mapper(HostMapper.class);
          hosts.lock(hostId);
          int deleted = tx.mapper(BusyTimeMapper.class).delete(id, hostId, BusyTime.MANUAL);
          hosts.raiseRevision(hostId);
          if (deleted > 0) {
            note(tx, hostId, id);
          }
          return deleted > 0;
        });
  }

  private void note(Transaction tx, UUID hostId, UUID id) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    News.note(tx, NewsKind.BUSY_TIME_CHANGED, List.of(hostId), id, now);
  }
}
