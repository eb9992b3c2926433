package org.meetwright.core.access.signin;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.meetwright.core.access.Secrets;
import org.meetwright.core.access.signin.BrakeMapper.Row;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.value.EmailAddress;

/// Slows down those who guess passwords and codes. Tries are counted in the database, so on all
/// nodes together: those on an account from one address, those from an address on any account, and
/// those on an account from anywhere. A try counts as failed from its beginning, so that many at
/// once are no way around. Who is refused is not counted: a wait ends at a time that nobody can
/// move.
///
/// The last of the three counts does not hold up an address from which the host has signed in
/// lately. So nobody can keep a host out of his own account by failing on purpose elsewhere.
public final class Brake {
  private static final Limit PAIR = new Limit(5, Duration.ofMinutes(15));
  private static final Limit ADDRESS = new Limit(30, Duration.ofMinutes(15));
  private static final Limit ACCOUNT = new Limit(30, Duration.ofMinutes(1));
  private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
  private static final Duration FORGOTTEN = Duration.ofDays(1);
  private static final Duration KNOWN = Duration.ofDays(30);
  private static final int MOST_TRIES = 5;
  private static final String ANY = "";

  private final Database database;
  private final InstantSource clock;

  /// Creates the brake.
  public Brake(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// How many failures are free, and how long the wait after further ones grows, which doubles with
  /// each.
  private record Limit(int free, Duration longest) {
    Duration waitAfter(int failures) {
      int doublings = Math.min(failures - free - 1, 20);
      if (doublings < 0) {
        return Duration.ZERO;
      }
      Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
      return wait.compareTo(longest) < 0 ? wait : longest;
    }
  }

  /// A try that has begun, or was refused.
  ///
  /// @param account a hash
  /// @param address a hash
  /// @param retryAfter how long to wait before the next one; empty if this one may go on
  public record Try(String account, String address, Optional<Duration> retryAfter) {}

  /// Begins a try.
  ///
  /// @param email of the account, whether there is one or not
  /// @param address where the try comes from, an IP address
  public Try begin(EmailAddress email, String address) {
    String account = Secrets.hash(email.key());
    String from = Secrets.hash(network(address));
    for (int tries = 1; ; tries++) {
      try {
        return database.inTransaction(tx -> begin(tx, account, from));
      } catch (RuntimeException failed) {
        // Another try made the same rows at the same time.
        if (tries == MOST_TRIES || !Database.refusedByConstraint(failed)) {
          throw failed;
        }
      }
    }
  }

  private Try begin(Transaction tx, String account, String from) {
    Instant now = now();
    BrakeMapper mapper = tx.mapper(BrakeMapper.class);
    // All tries lock in this order.
    Row fromAnywhere = locked(mapper, account, ANY, now);
    Row onAny = locked(mapper, ANY, from, now);
    Row pair = locked(mapper, account, from, now);
    boolean known = pair.succeededAt() != null && pair.succeededAt().isAfter(now.minus(KNOWN));
    Instant until =
        Stream.of(pair, onAny, known ? pair : fromAnywhere)
            .map(Row::refusedUntil)
            .max(Comparator.naturalOrder())
            .orElseThrow();
    if (until.isAfter(now)) {
      return new Try(account, from, Optional.of(wholeSeconds(Duration.between(now, until))));
    }
    count(mapper, fromAnywhere, ACCOUNT, now);
    count(mapper, onAny, ADDRESS, now);
    count(mapper, pair, PAIR, now);
    return new Try(account, from, Optional.empty());
  }

  private static Row locked(BrakeMapper mapper, String account, String address, Instant now) {
    if (mapper.insertMissing(account, address, now) > 0) {
      mapper.deleteOld(now.minus(FORGOTTEN), now.minus(KNOWN));
    }
    return mapper.lock(account, address);
  }

  private static void count(BrakeMapper mapper, Row row, Limit limit, Instant now) {
    boolean forgotten = row.triedAt().isBefore(now.minus(FORGOTTEN));
    int failures = (forgotten ? 0 : row.failures()) + 1;
    mapper.count(row.account(), row.address(), failures, now.plus(limit.waitAfter(failures)), now);
  }

  private static Duration wholeSeconds(Duration wait) {
    return Duration.ofSeconds(wait.plusNanos(999_999_999).toSeconds());
  }

  /// Ends a try that has succeeded: the failures on the account from anywhere, and from this
  /// address, are forgotten.
  public void succeeded(Try done) {
    database.inTransaction(
        tx -> {
          BrakeMapper mapper = tx.mapper(BrakeMapper.class);
          mapper.clear(done.account(), ANY, now());
          mapper.takeBack(ANY, done.address());
          return mapper.clear(done.account(), done.address(), now());
        });
  }

  /// Takes a try back that was neither right nor wrong. A wait that it began stays: or else two
  /// tries at once, one of them taken back, would be a way around.
  public void takeBack(Try undone) {
    database.inTransaction(
        tx -> {
          BrakeMapper mapper = tx.mapper(BrakeMapper.class);
          mapper.takeBack(undone.account(), ANY);
          mapper.takeBack(ANY, undone.address());
          return mapper.takeBack(undone.account(), undone.address());
        });
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /// Returns the network that one customer of a provider has: an IPv6 address's first half.
  private static String network(String address) {
    try {
      InetAddress literal = InetAddress.ofLiteral(address);
      return literal instanceof Inet6Address
          ? HexFormat.of().formatHex(literal.getAddress(), 0, 8)
          : literal.getHostAddress();
    } catch (IllegalArgumentException notAnAddress) {
      return address;
    }
  }
}
