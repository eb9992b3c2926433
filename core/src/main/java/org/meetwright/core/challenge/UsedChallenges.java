package org.meetwright.core.challenge;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Secrets;
import org.meetwright.core.database.Database;
import org.meetwright.core.time.OccasionalTask;

/// Remembers which challenges were used: each is good for one booking or move, on all nodes
/// together.
public final class UsedChallenges {
  /// How long a request can be repeated after its challenge has expired.
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final Database database;
  private final InstantSource clock;
  private final OccasionalTask tidying = new OccasionalTask(Duration.ofMinutes(1));

  /// Creates the service.
  public UsedChallenges(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Uses a solved challenge. A repeat of the same request may use it again, even when it has
  /// expired: it does nothing a second time.
  ///
  /// @param id of the challenge, a random number
  /// @param expiresAt from when on it can't be used for the first time, inclusive
  /// @return whether it is good for that
  public boolean use(long id, Instant expiresAt, Purpose purpose) {
    String hash = hash(id, purpose);
    boolean first = clock.instant().isBefore(expiresAt) && insert(id, hash, expiresAt);
    return first || (hash != null && hash.equals(before(id)));
  }

  private static @Nullable String hash(long id, Purpose purpose) {
    String repeat = purpose.repeat();
    return repeat == null ? null : Secrets.hash(id + " " + repeat);
  }

  private boolean insert(long id, @Nullable String wish, Instant expiresAt) {
    try {
      database.inTransaction(
          List.of("challenge " + id),
          tx -> {
            UsedChallengeMapper mapper = tx.mapper(UsedChallengeMapper.class);
            Instant now = clock.instant();
            if (tidying.isTime(now)) {
              mapper.forget(now);
            }
            return mapper.insert(id, wish, expiresAt.plus(REMEMBERED));
          });
      return true;
    } catch (RuntimeException failed) {
      if (!Database.refusedByConstraint(failed)) {
        throw failed;
      }
      return false;
    }
  }

  private @Nullable String before(long id) {
    return database.read(tx -> tx.mapper(UsedChallengeMapper.class).wish(id));
  }
}
