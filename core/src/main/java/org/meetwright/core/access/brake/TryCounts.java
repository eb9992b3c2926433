package org.meetwright.core.access.brake;

import java.time.Duration;
import java.time.Instant;
import org.meetwright.core.access.Secrets;
import org.meetwright.core.access.brake.BrakeMapper.Row;
import org.meetwright.core.network.ClientNetwork;

/// Counts tries, within a transaction.
final class TryCounts {
  /// When failures are forgotten.
  static final Duration FORGOTTEN = Duration.ofDays(1);

  /// How many tries of a network go past an account's wait.
  static final int FEW = 3;

  /// The source that stands for all.
  static final String ANY = "";

  static final Limit PAIR = new Limit(5, Duration.ofMinutes(15));
  private static final Limit ADDRESS = new Limit(30, Duration.ofMinutes(15));
  private static final Limit ACCOUNT = new Limit(30, Duration.ofMinutes(1));
  private static final Duration FIRST_WAIT = Duration.ofSeconds(5);

  private TryCounts() {}

  /// How many failures are free, and how long the wait after further ones grows, which doubles with
  /// each.
  record Limit(int free, Duration longest) {
    Limit times(int clients) {
      return new Limit(free * clients, longest);
    }

    Duration waitAfter(int failures) {
      int doublings = Math.min(failures - free - 1, 20);
      if (doublings < 0) {
        return Duration.ZERO;
      }
      Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
      return wait.compareTo(longest) < 0 ? wait : longest;
    }
  }

  /// What was tried from a network.
  ///
  /// @param clients as how many clients it counts
  record Counted(String source, Row onAny, Row pair, int clients) {
    Instant refusedUntil() {
      return latest(onAny.refusedUntil(), pair.refusedUntil());
    }

    boolean isFresh(Instant now) {
      return failures(pair, now) < FEW * clients && !refusedUntil().isAfter(now);
    }

    void count(BrakeMapper mapper, Instant now) {
      TryCounts.count(mapper, onAny, ADDRESS.times(clients), now);
      TryCounts.count(mapper, pair, PAIR.times(clients), now);
    }
  }

  static Counted counted(BrakeMapper mapper, String account, ClientNetwork network, Instant now) {
    String source = Secrets.hash(network.name());
    return new Counted(
        source,
        locked(mapper, ANY, source, now),
        locked(mapper, account, source, now),
        network.clients());
  }

  static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  static Row locked(BrakeMapper mapper, String account, String source, Instant now) {
    mapper.insertMissing(account, source, now);
    return mapper.lock(account, source);
  }

  private static int failures(Row row, Instant now) {
    return row.triedAt().isBefore(now.minus(FORGOTTEN)) ? 0 : row.failures();
  }

  static void count(BrakeMapper mapper, Row row, Limit limit, Instant now) {
    int failures = failures(row, now) + 1;
    mapper.count(row.account(), row.source(), failures, now.plus(limit.waitAfter(failures)), now);
  }

  /// What went past the account's wait does not move its end.
  static void countOn(BrakeMapper mapper, Row account, boolean past, Instant now) {
    if (past && account.refusedUntil().isAfter(now)) {
      int failures = failures(account, now) + 1;
      mapper.count(account.account(), account.source(), failures, account.refusedUntil(), now);
    } else {
      count(mapper, account, ACCOUNT, now);
    }
  }
}
