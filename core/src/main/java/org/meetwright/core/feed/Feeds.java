package org.meetwright.core.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Caller;
import org.meetwright.core.access.Secrets;
import org.meetwright.core.database.Database;
import org.meetwright.core.feed.FeedMapper.FeedRow;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.HostMapper;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.news.News;
import org.meetwright.core.news.NewsKind;
import org.meetwright.core.value.Ids;

/// The calendar feeds of hosts. The database holds only hashes of their secrets.
public final class Feeds {
  /// How many feeds a host may have.
  public static final int MOST = 20;

  /// How exactly it is kept when a feed was last read: each reading would cost a write.
  private static final Duration READ_KEPT_TO = Duration.ofHours(1);

  private final Database database;
  private final InstantSource clock;

  /// Creates the service.
  public Feeds(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// A new feed.
  ///
  /// @param token the secret in its address; kept nowhere else
  public record NewFeed(CalendarFeed feed, String token) {}

  /// A feed that is read.
  ///
  /// @param host whose meetings it tells, with his revision as it was before they are read
  public record OpenFeed(CalendarFeed feed, Host host) {}

  /// Makes a feed for a host who is signed in.
  ///
  /// @param name what the host calls it; may be empty
  /// @return empty if he has as many as he may have
  /// @throws org.meetwright.core.value.InvalidValueException (field `name`) if the name is not
  ///   valid
  public Optional<NewFeed> add(UUID hostId, String name, CalendarFeed.FeedKind kind) {
    return add(hostId, name, kind, null);
  }

  /// Makes a feed for the caller. What an API token makes ends with it: anyone who had got hold of
  /// it would otherwise keep what he has made.
  ///
  /// @param name what the host calls it; may be empty
  /// @return empty if he has as many as he may have
  /// @throws org.meetwright.core.value.InvalidValueException (field `name`) if the name is not
  ///   valid
  public Optional<NewFeed> add(Caller caller, String name, CalendarFeed.FeedKind kind) {
    return add(caller.host().id(), name, kind, caller.session() ? null : caller.credential());
  }

  private Optional<NewFeed> add(
      UUID hostId, String name, CalendarFeed.FeedKind kind, @Nullable UUID madeBy) {
    CalendarFeed feed = new CalendarFeed(Ids.next(), hostId, name, kind, now(), null);
    String token = Secrets.next();
    return database.inTransaction(
        tx -> {
          Hosts.lock(tx, List.of(hostId));
          FeedMapper feeds = tx.mapper(FeedMapper.class);
          if (feeds.count(hostId) >= MOST) {
            return Optional.empty();
          }
          feeds.insert(feed, kind.word(), Secrets.hash(token), madeBy);
          News.note(tx, NewsKind.FEED_CHANGED, List.of(hostId), feed.id(), feed.createdAt());
          return Optional.of(new NewFeed(feed, token));
        });
  }

  /// Returns a host's feeds, the oldest first.
  public List<CalendarFeed> list(UUID hostId) {
    return database.read(
        tx -> tx.mapper(FeedMapper.class).list(hostId).stream().map(FeedRow::feed).toList());
  }

  /// Deletes a feed; its address leads nowhere any more.
  ///
  /// @return whether the host had it
  public boolean delete(UUID hostId, UUID id) {
    return database.inTransaction(
        tx -> {
          boolean deleted = tx.mapper(FeedMapper.class).delete(hostId, id) > 0;
          if (deleted) {
            News.note(tx, NewsKind.FEED_CHANGED, List.of(hostId), id, now());
          }
          return deleted;
        });
  }

  /// Returns the feed of a secret, and notes that it is read; empty if there is none, or its host
  /// is switched off.
  public Optional<OpenFeed> open(String token) {
    if (!Secrets.isLike(token)) {
      return Optional.empty();
    }
    String hash = Secrets.hash(token);
    Instant now = now();
    FeedRow found = database.read(tx -> tx.mapper(FeedMapper.class).find(hash, now));
    if (found == null) {
      return Optional.empty();
    }
    CalendarFeed feed = found.feed();
    if (feed.lastReadAt() == null || feed.lastReadAt().isBefore(now.minus(READ_KEPT_TO))) {
      database.inTransaction(tx -> tx.mapper(FeedMapper.class).noteRead(feed.id(), now));
    }
    return Optional.ofNullable(database.read(tx -> tx.mapper(HostMapper.class).find(feed.hostId())))
        .filter(Host::active)
        .map(host -> new OpenFeed(feed, host));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
