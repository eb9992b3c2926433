package org.meetwright.core.news;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.news.NewsMapper.HostNewsRow;
import org.meetwright.core.news.NewsMapper.MarkRow;
import org.meetwright.core.news.NewsMapper.NewsRow;
import org.meetwright.core.news.NewsMapper.PositionRow;

/// What has happened to hosts, numbered for each host. A number is given under the lock of the
/// host's row, in the transaction of what happens: nobody who has read a number will find a lower
/// one later.
public final class News {
  /// How many of a host are kept.
  public static final int MOST_KEPT = 1000;

  /// How long they are kept.
  public static final Duration KEPT = Duration.ofDays(30);

  /// What one statement asks for or deletes.
  private static final int BATCH = 500;

  private static final Comparator<UUID> ORDER = Comparator.comparing(UUID::toString);

  private final Database database;
  private final InstantSource clock;

  /// Creates the service.
  public News(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// What has happened since a number.
  public sealed interface Since {
    /// All of it, by number; may be empty.
    record Items(List<NewsItem> items) implements Since {}

    /// Some of it is not known any more.
    ///
    /// @param number the last that was given
    record TooLongAgo(long number) implements Since {}
  }

  /// A page of notifications, the latest first.
  ///
  /// @param read the last number that the host has read
  /// @param unread how many he has not
  /// @param next the number before which the next page begins; null if this is the last one
  public record Notices(List<NewsItem> items, long read, int unread, @Nullable Long next) {}

  /// Writes what happened to hosts and what they did themselves.
  ///
  /// @param tx the transaction in which it happens
  public static void note(
      Transaction tx, NewsKind kind, Collection<UUID> hostIds, UUID subjectId, Instant at) {
    write(tx, kind, hostIds, subjectId, at, false);
  }

  /// Writes what happened to hosts and what they did not do themselves: they are notified.
  ///
  /// @param tx the transaction in which it happens
  public static void tell(
      Transaction tx, NewsKind kind, Collection<UUID> hostIds, UUID subjectId, Instant at) {
    write(tx, kind, hostIds, subjectId, at, true);
  }

  private static void write(
      Transaction tx,
      NewsKind kind,
      Collection<UUID> hostIds,
      UUID subjectId,
      Instant at,
      boolean notice) {
    NewsMapper mapper = tx.mapper(NewsMapper.class);
    for (UUID hostId : hostIds.stream().distinct().sorted(ORDER).toList()) {
      mapper.count(hostId);
      mapper.insert(hostId, kind.word(), subjectId, at, notice);
    }
  }

  /// Returns the last number of each of the hosts.
  public Map<UUID, Long> positions(Collection<UUID> hostIds) {
    List<UUID> ids = new ArrayList<>(hostIds);
    Map<UUID, Long> positions = new HashMap<>();
    for (int from = 0; from < ids.size(); from += BATCH) {
      List<UUID> some = ids.subList(from, Math.min(from + BATCH, ids.size()));
      positions.putAll(
          database.read(tx -> tx.mapper(NewsMapper.class).positions(some)).stream()
              .collect(toMap(PositionRow::id, PositionRow::news)));
    }
    return positions;
  }

  /// What someone who listens to a host lacks.
  ///
  /// @param after the last number that he has
  /// @param last the last that was given, as [#positions] returned it
  public record Gap(UUID hostId, long after, long last) {
    private boolean isTooWide() {
      return after < last - MOST_KEPT || after > last;
    }

    private Since filled(List<NewsItem> items) {
      return items.size() == last - after ? new Since.Items(items) : new Since.TooLongAgo(last);
    }
  }

  /// Returns what has happened in each of the gaps. Many are read with one statement.
  public Map<Gap, Since> fill(Collection<Gap> gaps) {
    Map<Gap, Since> filled = new HashMap<>();
    List<Gap> some = new ArrayList<>();
    long items = 0;
    for (Gap gap : gaps) {
      if (gap.isTooWide()) {
        filled.put(gap, new Since.TooLongAgo(gap.last()));
        continue;
      }
      some.add(gap);
      items += gap.last() - gap.after();
      if (some.size() == BATCH || items >= MOST_KEPT) {
        filled.putAll(read(some));
        some.clear();
        items = 0;
      }
    }
    filled.putAll(read(some));
    return filled;
  }

  /// Numbers become visible in their order, so whoever knows the last one finds all before it.
  private Map<Gap, Since> read(List<Gap> gaps) {
    if (gaps.isEmpty()) {
      return Map.of();
    }
    Map<UUID, List<HostNewsRow>> rows =
        database.read(tx -> tx.mapper(NewsMapper.class).within(gaps)).stream()
            .collect(groupingBy(HostNewsRow::hostId));
    return gaps.stream()
        .collect(
            toMap(
                gap -> gap,
                gap -> gap.filled(of(gap, rows.getOrDefault(gap.hostId(), List.of())))));
  }

  /// Several who listen to one host may be at different numbers.
  private static List<NewsItem> of(Gap gap, List<HostNewsRow> rows) {
    return rows.stream()
        .filter(row -> row.number() > gap.after() && row.number() <= gap.last())
        .map(HostNewsRow::item)
        .distinct()
        .toList();
  }

  /// Returns a page of a host's notifications.
  ///
  /// @param before where the page begins, exclusive; null for the latest
  /// @param limit how many at most, at least 1
  public Notices notices(UUID hostId, @Nullable Long before, int limit) {
    Instant since = now().minus(KEPT);
    return database.consistentRead(
        tx -> {
          NewsMapper mapper = tx.mapper(NewsMapper.class);
          MarkRow mark = mark(mapper, hostId);
          long kept = mark.news() - MOST_KEPT;
          long end = before == null ? Long.MAX_VALUE : before;
          List<NewsItem> items =
              mapper.notices(hostId, end, kept, since, limit + 1).stream()
                  .map(NewsRow::item)
                  .toList();
          List<NewsItem> page = items.subList(0, Math.min(limit, items.size()));
          int unread = mapper.countNotices(hostId, Math.max(kept, mark.newsRead()), since);
          Long next = items.size() > limit ? page.getLast().number() : null;
          return new Notices(page, mark.newsRead(), unread, next);
        });
  }

  /// A notification of a host.
  public record HostNotice(UUID hostId, String handle, NewsItem item, boolean read) {}

  /// Returns the notifications of all hosts, the latest first.
  ///
  /// @param limit how many at most, at least 1
  public List<HostNotice> latest(int limit) {
    Instant since = now().minus(KEPT);
    return database.read(
        tx ->
            tx.mapper(NewsMapper.class).everyones(since, MOST_KEPT, limit).stream()
                .map(NewsMapper.NoticeRow::notice)
                .toList());
  }

  /// Returns how many notifications a host has not read.
  public int unread(UUID hostId) {
    Instant since = now().minus(KEPT);
    return database.read(
        tx -> {
          NewsMapper mapper = tx.mapper(NewsMapper.class);
          MarkRow mark = mark(mapper, hostId);
          long above = Math.max(mark.news() - MOST_KEPT, mark.newsRead());
          return mapper.countNotices(hostId, above, since);
        });
  }

  /// Marks as read what a host was notified of, up to a number. What was read stays read.
  ///
  /// @param number inclusive; one that was not given yet marks nothing
  /// @return how many notifications he has not read
  public int markRead(UUID hostId, long number) {
    database.inTransaction(tx -> tx.mapper(NewsMapper.class).markRead(hostId, number));
    return unread(hostId);
  }

  private static MarkRow mark(NewsMapper mapper, UUID hostId) {
    MarkRow mark = mapper.mark(hostId);
    if (mark == null) {
      throw new IllegalStateException("Hosts are never deleted: " + hostId);
    }
    return mark;
  }

  /// Deletes some of what is kept no longer.
  ///
  /// @return how many; 0 if there are no more
  public int tidy() {
    Instant until = now().minus(KEPT);
    return database.inTransaction(
        tx -> tx.mapper(NewsMapper.class).deleteOld(until, MOST_KEPT, BATCH));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
