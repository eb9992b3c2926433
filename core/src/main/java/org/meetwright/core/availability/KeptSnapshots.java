package org.meetwright.core.availability;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.offering.HostRevision;
import org.meetwright.core.slot.Snapshot;
import org.meetwright.core.time.IntervalSet;

/// Keeps snapshots in memory. One is valid exactly while the revisions of all its hosts are
/// unchanged, which one indexed read shows. There is no time to live, and none is ever stale.
final class KeptSnapshots {
  private static final long DAY = 24 * 60 * 60;

  private final Database database;
  private final Cache<Key, Kept> all;

  /// Creates the memory.
  ///
  /// @param mebibytes roughly how much of it may be taken; 0 keeps nothing
  KeptSnapshots(Database database, int mebibytes) {
    this.database = database;
    this.all =
        Caffeine.newBuilder()
            .maximumWeight(mebibytes * 1024L * 1024L)
            .weigher((Key key, Kept kept) -> kept.value.weight())
            .executor(Runnable::run)
            .build();
  }

  /// What a kept snapshot answers.
  ///
  /// @param minutes the length that is asked for
  /// @param firstDay whole days after 1970-01-01 UTC, inclusive
  /// @param lastDay whole days after 1970-01-01 UTC, exclusive
  private record Key(UUID eventTypeId, int minutes, long firstDay, long lastDay) {}

  /// A snapshot with the revisions that it was read under.
  private record Kept(List<HostRevision> revisions, Snapshot value) {}

  /// A snapshot, and whether it was kept.
  record Answer(Snapshot snapshot, boolean fromMemory) {}

  /// Returns the snapshot of an event type for the whole days (UTC) that are asked for, as it was
  /// kept or as it is read now.
  ///
  /// @param tx where it is read; null for a transaction of its own
  /// @param revisions those of its hosts, as they are now
  /// @return null if the event type has just been deleted
  @Nullable Answer get(
      @Nullable Transaction tx,
      EventType eventType,
      IntervalSet asked,
      List<HostRevision> revisions) {
    Key key = key(eventType, asked);
    Kept kept = all.getIfPresent(key);
    if (kept != null && kept.revisions.equals(revisions)) {
      return new Answer(kept.value, true);
    }
    Snapshot read = read(tx, key, revisions);
    return read == null ? null : new Answer(read, false);
  }

  /// Returns the key of the whole days (UTC) that are asked for.
  private static Key key(EventType eventType, IntervalSet asked) {
    long first = Math.floorDiv(asked.start(0), DAY);
    long last = Math.ceilDiv(asked.end(asked.size() - 1), DAY);
    return new Key(eventType.id(), eventType.timing().durationMinutes(), first, last);
  }

  /// Reads a snapshot and keeps it.
  ///
  /// @return null if the event type has just been deleted
  private @Nullable Snapshot read(@Nullable Transaction tx, Key key, List<HostRevision> revisions) {
    IntervalSet stretch = IntervalSet.of(key.firstDay * DAY, key.lastDay * DAY);
    Snapshot read =
        tx == null
            ? database.consistentRead(own -> snapshot(own, key, stretch))
            : snapshot(tx, key, stretch);
    if (read != null) {
      all.put(key, new Kept(revisions, read));
    }
    return read;
  }

  /// Reads the event type again: it must not be older than the revisions that it is kept under. If
  /// the length is no longer offered, the default one counts.
  private static @Nullable Snapshot snapshot(Transaction tx, Key key, IntervalSet stretch) {
    EventType eventType = EventTypes.load(tx, key.eventTypeId);
    if (eventType == null) {
      return null;
    }
    boolean offered = eventType.timing().durationsMinutes().contains(key.minutes);
    EventType asked = offered ? eventType.lasting(key.minutes) : eventType;
    return Facts.snapshot(tx, asked, stretch, Instant.EPOCH, null);
  }
}
