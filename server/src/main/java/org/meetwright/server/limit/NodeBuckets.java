package org.meetwright.server.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.meetwright.core.limit.RateLimit;
import org.meetwright.core.network.ClientNetwork;

/// Token buckets in memory, of this node alone; the least used are forgotten when there are too
/// many.
final class NodeBuckets {
  /// About 600 bytes each.
  private static final long MOST = 10_000;

  private final RateLimit limit;
  private final Cache<String, Bucket> buckets;
  private final TimeMeter time;

  NodeBuckets(RateLimit limit, InstantSource clock) {
    this.limit = limit;
    this.time = new ClockMeter(clock);
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(limit.step().multipliedBy(limit.burst()).multipliedBy(2))
            .build();
  }

  /// Tells a library the time.
  private record ClockMeter(InstantSource clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }

  /// Takes a token if there is one.
  ///
  /// @return how long until there is one; zero if it was taken
  Duration tryTake(String whose) {
    return tryTake(new ClientNetwork(whose, 1));
  }

  /// Takes a token of a network, which has as many as all its clients together.
  ///
  /// @throws TooManyRequestsException if there is none
  void take(ClientNetwork whose) {
    Duration wait = tryTake(whose);
    if (!wait.isZero()) {
      throw new TooManyRequestsException(wait);
    }
  }

  private Duration tryTake(ClientNetwork whose) {
    ConsumptionProbe probe =
        buckets
            .get(whose.name(), _ -> full(limit.times(whose.clients())))
            .tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Duration.ZERO
        : Duration.ofNanos(Math.max(probe.getNanosToWaitForRefill(), 1));
  }

  private Bucket full(RateLimit of) {
    return Bucket.builder()
        .addLimit(to -> to.capacity(of.burst()).refillGreedy(1, of.step()))
        .withCustomTimePrecision(time)
        .build();
  }
}
