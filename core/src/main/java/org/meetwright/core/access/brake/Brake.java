package org.meetwright.core.access.brake;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.meetwright.core.access.Secrets;
import org.meetwright.core.access.brake.BrakeMapper.Row;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.network.ClientNetwork;
import org.meetwright.core.time.OccasionalTask;
import org.meetwright.core.value.EmailAddress;

/// Slows down clients that guess passwords and codes. Tries are counted in the database, for all
/// nodes together: those on an account from one address, those from an address on any account, and
/// those on an account from anywhere. A try counts as failed from its beginning, so that many at
/// once are no way around. A refused try is not counted: a wait ends at a time that nobody can
/// move.
///
/// Someone who fails on purpose makes an account wait, but does not keep its host out. Past the
/// account's wait go: tries from an address from which the host has signed in lately; tries of a
/// known device, which has a count of its own; and a few tries of each network that has not failed
/// lately. All networks together have so many of these that a guesser does not get far with them.
public final class Brake {
  private static final Limit PAIR = new Limit(5, Duration.ofMinutes(15));
  private static final Limit ADDRESS = new Limit(30, Duration.ofMinutes(15));
  private static final Limit ACCOUNT = new Limit(30, Duration.ofMinutes(1));
  private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
  private static final Duration FORGOTTEN = Duration.ofDays(1);
  private static final Duration KNOWN = Duration.ofDays(30);

  /// How many tries of a network go past an account's wait, and how soon there is another.
  private static final int FEW = 3;

  private static final Duration FEW_AGAIN = Duration.ofHours(8);

  /// The same for all networks together.
  private static final int MANY = 500;

  private static final Duration MANY_AGAIN = Duration.ofMinutes(3);

  private static final Duration BETWEEN_TIDYINGS = Duration.ofMinutes(1);
  private static final int MOST_TRIES = 5;
  private static final String ANY = "";

  private final Database database;
  private final InstantSource clock;
  private final KnownDevices devices;
  private final Allowances allowances;
  private final OccasionalTask tidying = new OccasionalTask(BETWEEN_TIDYINGS);

  /// Counts what may be done so many times, and again after a while.
  @FunctionalInterface
  public interface Allowances {
    /// Takes one.
    ///
    /// @param whose names the count
    /// @param most how many there are at most
    /// @param again how long it takes until there is one more
    /// @return whether there was one
    boolean take(String whose, int most, Duration again);
  }

  /// Creates the brake.
  public Brake(
      Database database, InstantSource clock, KnownDevices devices, Allowances allowances) {
    this.database = database;
    this.clock = clock;
    this.devices = devices;
    this.allowances = allowances;
  }

  /// How many failures are free, and how long the wait after further ones grows, which doubles with
  /// each.
  private record Limit(int free, Duration longest) {
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

  /// A try that has begun, or was refused.
  ///
  /// @param account a hash
  /// @param sources hashes of its networks, the smallest first, or of its device
  /// @param retryAfter how long to wait before the next one; empty if this one may go on
  public record Try(String account, List<String> sources, Optional<Duration> retryAfter) {
    /// Creates the try.
    public Try {
      sources = List.copyOf(sources);
    }
  }

  /// How a try may go on.
  private enum Mode {
    /// If nothing makes it wait.
    NORMAL,
    /// Past the account's wait.
    BYPASS
  }

  /// Begins a try to show a password.
  ///
  /// @param email of the account, whether there is one or not
  public Try begin(EmailAddress email, Origin origin) {
    return begin(email, Secrets.hash(email.key()), origin);
  }

  /// Begins a try to show a code after the password, which is counted by itself: anyone who does
  /// not know the password can't use it up.
  public Try beginCode(EmailAddress email, Origin origin) {
    return begin(email, Secrets.hash("code of " + email.key()), origin);
  }

  /// Begins to ask for a mailed link, which is counted by itself too: anyone who has to wait
  /// because of the tries of others can have one sent. As nothing is right or wrong here, it always
  /// counts.
  public Try beginLink(EmailAddress email, Origin origin) {
    return begin(email, Secrets.hash("link to " + email.key()), origin);
  }

  private Try begin(EmailAddress email, String account, Origin origin) {
    tidyUp();
    Optional<Try> known =
        devices
            .name(email, origin.device())
            .map(device -> onDevice(account, Secrets.hash("device " + device)))
            .filter(begun -> begun.retryAfter().isEmpty());
    return known.orElseGet(() -> anywhere(account, origin.address()));
  }

  /// Looks through all tries: not for each of them.
  private void tidyUp() {
    Instant now = now();
    if (tidying.isTime(now)) {
      database.inTransaction(
          tx -> tx.mapper(BrakeMapper.class).deleteOld(now.minus(FORGOTTEN), now.minus(KNOWN)));
    }
  }

  private Try onDevice(String account, String device) {
    return repeated(
        account,
        List.of(device),
        tx -> {
          BrakeMapper mapper = tx.mapper(BrakeMapper.class);
          Instant now = now();
          Row fromAnywhere = locked(mapper, account, ANY, now);
          Row row = locked(mapper, account, device, now);
          if (!row.refusedUntil().isAfter(now)) {
            countOn(mapper, fromAnywhere, true, now);
            count(mapper, row, PAIR, now);
          }
          return new Try(account, List.of(device), wait(now, row.refusedUntil()));
        });
  }

  private Try anywhere(String account, String address) {
    List<ClientNetwork> networks = networks(address);
    List<String> sources = networks.stream().map(ClientNetwork::name).toList();
    Finding first =
        repeated(account, sources, tx -> look(tx, account, networks, now(), Mode.NORMAL));
    // Whoever has an IPv6 address may have all of its largest network.
    if (first.beside() && mayPass(account, networks.getLast())) {
      return repeated(account, sources, tx -> look(tx, account, networks, now(), Mode.BYPASS))
          .begun();
    }
    return first.begun();
  }

  /// What was found.
  ///
  /// @param beside whether only the account makes it wait, and the source has hardly failed
  private record Finding(Try begun, boolean beside) {}

  /// What was tried from a network.
  ///
  /// @param clients as how many clients it counts
  private record Counted(String source, Row onAny, Row pair, int clients) {
    Instant refusedUntil() {
      return latest(onAny.refusedUntil(), pair.refusedUntil());
    }

    boolean isFresh(Instant now) {
      return failures(pair, now) < FEW * clients && !refusedUntil().isAfter(now);
    }

    void count(BrakeMapper mapper, Instant now) {
      Brake.count(mapper, onAny, ADDRESS.times(clients), now);
      Brake.count(mapper, pair, PAIR.times(clients), now);
    }
  }

  private static Finding look(
      Transaction tx, String account, List<ClientNetwork> networks, Instant now, Mode mode) {
    BrakeMapper mapper = tx.mapper(BrakeMapper.class);
    // All tries lock in this order, the smallest network first.
    Row fromAnywhere = locked(mapper, account, ANY, now);
    List<Counted> all =
        networks.stream().map(network -> counted(mapper, account, network, now)).toList();
    Instant before = all.getFirst().pair().succeededAt();
    Instant here = all.stream().map(Counted::refusedUntil).reduce(now, Brake::latest);
    boolean past = mode == Mode.BYPASS || (before != null && before.isAfter(now.minus(KNOWN)));
    Instant until = past ? here : latest(here, fromAnywhere.refusedUntil());
    if (!until.isAfter(now)) {
      countOn(mapper, fromAnywhere, past, now);
      all.forEach(each -> each.count(mapper, now));
    }
    boolean fresh = all.stream().allMatch(each -> each.isFresh(now));
    List<String> sources = all.stream().map(Counted::source).toList();
    return new Finding(new Try(account, sources, wait(now, until)), fresh && until.isAfter(now));
  }

  private static Counted counted(
      BrakeMapper mapper, String account, ClientNetwork network, Instant now) {
    String source = Secrets.hash(network.name());
    return new Counted(
        source,
        locked(mapper, ANY, source, now),
        locked(mapper, account, source, now),
        network.clients());
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private boolean mayPass(String account, ClientNetwork network) {
    return allowances.take("beside " + account + " from " + network.name(), FEW, FEW_AGAIN)
        && allowances.take("beside " + account, MANY, MANY_AGAIN);
  }

  private <T> T repeated(String account, List<String> sources, Function<Transaction, T> work) {
    List<String> counts = new ArrayList<>();
    counts.add("tries on " + account);
    sources.forEach(source -> counts.add("tries from " + source));
    for (int tries = 1; ; tries++) {
      try {
        return database.inTransaction(counts, work);
      } catch (RuntimeException failed) {
        // Another try made the same rows at the same time.
        if (tries == MOST_TRIES || !Database.refusedByConstraint(failed)) {
          throw failed;
        }
      }
    }
  }

  private static Row locked(BrakeMapper mapper, String account, String source, Instant now) {
    mapper.insertMissing(account, source, now);
    return mapper.lock(account, source);
  }

  private static int failures(Row row, Instant now) {
    return row.triedAt().isBefore(now.minus(FORGOTTEN)) ? 0 : row.failures();
  }

  private static void count(BrakeMapper mapper, Row row, Limit limit, Instant now) {
    int failures = failures(row, now) + 1;
    mapper.count(row.account(), row.source(), failures, now.plus(limit.waitAfter(failures)), now);
  }

  /// What went past the account's wait does not move its end.
  private static void countOn(BrakeMapper mapper, Row account, boolean past, Instant now) {
    if (past && account.refusedUntil().isAfter(now)) {
      int failures = failures(account, now) + 1;
      mapper.count(account.account(), account.source(), failures, account.refusedUntil(), now);
    } else {
      count(mapper, account, ACCOUNT, now);
    }
  }

  private static Optional<Duration> wait(Instant now, Instant until) {
    return until.isAfter(now)
        ? Optional.of(wholeSeconds(Duration.between(now, until)))
        : Optional.empty();
  }

  private static Duration wholeSeconds(Duration wait) {
    return Duration.ofSeconds(wait.plusNanos(999_999_999).toSeconds());
  }

  /// Ends a try that has succeeded: the failures from its source are forgotten, also among those of
  /// the account and of the address. What others have failed stays.
  public void succeeded(Try done) {
    database.inTransaction(
        tx -> {
          BrakeMapper mapper = tx.mapper(BrakeMapper.class);
          String own = done.sources().getFirst();
          mapper.forgive(done.account(), ANY, done.account(), own);
          for (String source : done.sources()) {
            mapper.forgive(ANY, source, done.account(), own);
            if (!source.equals(own)) {
              mapper.forgive(done.account(), source, done.account(), own);
            }
          }
          return mapper.clear(done.account(), own, now());
        });
  }

  /// Takes a try back that was neither right nor wrong. A wait that it began stays: or else two
  /// tries at once, one of them taken back, would be a way around.
  public void takeBack(Try undone) {
    database.inTransaction(
        tx -> {
          BrakeMapper mapper = tx.mapper(BrakeMapper.class);
          int taken = mapper.takeBack(undone.account(), ANY);
          for (String source : undone.sources()) {
            mapper.takeBack(ANY, source);
            mapper.takeBack(undone.account(), source);
          }
          return taken;
        });
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static List<ClientNetwork> networks(String address) {
    try {
      return ClientNetwork.of(InetAddress.ofLiteral(address));
    } catch (IllegalArgumentException notAnAddress) {
      return List.of(new ClientNetwork(address, 1));
    }
  }
}
