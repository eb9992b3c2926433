package org.meetwright.core.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.meetwright.core.access.Secrets;
import org.meetwright.core.database.Database;
import org.meetwright.core.time.OccasionalTask;

/// Token buckets in the database, which all nodes share. One number is stored per bucket, as in the
/// generic cell rate algorithm (ITU-T I.371): when it will be full again.
public final class RateLimits {
  private static final int MOST_TRIES = 5;

  /// Looks through all buckets, and waits for who uses one: not for each new one.
  private static final Duration BETWEEN_TIDYINGS = Duration.ofMinutes(1);

  private final Database database;
  private final InstantSource clock;
  private final OccasionalTask tidying = new OccasionalTask(BETWEEN_TIDYINGS);

  /// Creates the service.
  public RateLimits(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Takes a token.
  ///
  /// @param whose names the bucket, with what it is for; only a hash of it is kept
  /// @return zero if there was one, else how long it takes until there is
  public Duration take(String whose, RateLimit limit) {
    if (tidying.isTime(clock.instant())) {
      database.inTransaction(tx -> tx.mapper(RateLimitMapper.class).deleteFull(now()));
    }
    String name = Secrets.hash(whose);
    for (int tries = 1; ; tries++) {
      try {
        return Duration.of(takeOnce(name, limit), ChronoUnit.MICROS);
      } catch (RuntimeException failed) {
        // Someone else made the same bucket.
        if (tries == MOST_TRIES || !Database.refusedByConstraint(failed)) {
          throw failed;
        }
      }
    }
  }

  /// Takes one of what there is each day of UTC. Of one bucket, some may be allowed to take more
  /// than others: what is left between is kept for them.
  ///
  /// @param whose names the bucket, with what it is for; only a hash of it is kept
  /// @param most how many of the day's are gone when there is none left, at least 1
  /// @return zero if there was one, else how long it takes until the next day
  public Duration takeToday(String whose, int most) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    // No token comes back within the day.
    Duration wait = take(whose + " on " + today, new RateLimit(most, Duration.ofDays(1)));
    Instant tomorrow = today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return wait.isZero() ? wait : Duration.between(clock.instant(), tomorrow);
  }

  /// Looks whether there is a token, and takes none.
  ///
  /// @return zero if there is one, else how long it takes until there is
  public Duration look(String whose, RateLimit limit) {
    long now = now();
    Long fullAt = database.read(tx -> tx.mapper(RateLimitMapper.class).fullAt(Secrets.hash(whose)));
    long wait = fullAt == null ? 0 : fullAt - latest(now, limit);
    return Duration.of(Math.max(wait, 0), ChronoUnit.MICROS);
  }

  private long now() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
  }

  private static long latest(long now, RateLimit limit) {
    return now + (limit.burst() - 1) * micros(limit.step());
  }

  private static long micros(Duration step) {
    return step.toNanos() / 1000;
  }

  private long takeOnce(String name, RateLimit limit) {
    long now = now();
    long step = micros(limit.step());
    long latest = latest(now, limit);
    return database.inTransaction(
        List.of("rate_limit " + name),
        tx -> {
          RateLimitMapper mapper = tx.mapper(RateLimitMapper.class);
          if (mapper.take(name, now, step, latest) > 0) {
            return 0L;
          }
          Long fullAt = mapper.fullAt(name);
          if (fullAt != null && fullAt > latest) {
            return fullAt - latest;
          }
          if (fullAt != null) {
            // Made by someone else since the first look.
            return mapper.take(name, now, step, latest) > 0 ? 0L : 1L;
          }
          mapper.insert(name, now + step);
          return 0L;
        });
  }
}
