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

/// Slows down clients that guess passwords and codes. TryCounts are counted in the database, for
/// all nodes together: those on an account from one address, those from an address on any account,
/// and those on an account from anywhere. A try counts as failed from its beginning, so that many
/// at once are no way around. A refused try is not counted: a wait ends at a time that nobody can
/// move.
///
/// Someone who fails on purpose makes an account wait, but does not keep its host out. Past the
/// account's wait go: tries from an address from which the host has signed in lately; tries of a
/// known device, which has a count of its own; and a few tries of each network that has not failed
/// lately. All networks together have so many of these that a guesser does not get far with them.
public final class Brake {
  private static final Duration KNOWN = Duration.ofDays(30);

  /// How soon there is another of the few tries of a network that go past an account's wait.
  private static final Duration FEW_AGAIN = Duration.ofHours(8);

  /// The same for all networks together.
  private static final int MANY = 500;

  private static final Duration MANY_AGAIN = Duration.ofMinutes(3);

  private static final Duration BETWEEN_TIDYINGS = Duration.ofMinutes(1);
  private static final int MOST_TRIES = 5;

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
          tx ->
              tx.mapper(BrakeMapper.class)
                  .deleteOld(now.minus(TryCounts.FORGOTTEN), now.minus(KNOWN)));
    }
  }

  private Try onDevice(String account, String device) {
    return repeated(
        account,
        List.of(device),
        tx -> {
          BrakeMapper mapper = tx.mapper(BrakeMapper.class);
          Instant now = now();
          Row fromAnywhere = TryCounts.locked(mapper, account, TryCounts.ANY, now);
          Row row = TryCounts.locked(mapper, account, device, now);
          if (!row.refusedUntil().isAfter(now)) {
            TryCounts.countOn(mapper, fromAnywhere, true, now);
            TryCounts.count(mapper, row, TryCounts.PAIR, now);
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

  private static Finding look(
      Transaction tx, String account, List<ClientNetwork> networks, Instant now, Mode mode) {
    BrakeMapper mapper = tx.mapper(BrakeMapper.class);
    // All tries lock in this order, the smallest network first.
    Row fromAnywhere = TryCounts.locked(mapper, account, TryCounts.ANY, now);
    List<TryCounts.Counted> all =
        networks.stream().map(network -> TryCounts.counted(mapper, account, network, now)).toList();
    Instant before = all.getFirst().pair().succeededAt();
    Instant here = all.stream().map(TryCounts.Counted::refusedUntil).reduce(now, TryCounts::latest);
    boolean past = mode == Mode.BYPASS || (before != null && before.isAfter(now.minus(KNOWN)));
    Instant until = past ? here : TryCounts.latest(here, fromAnywhere.refusedUntil());
    if (!until.isAfter(now)) {
      TryCounts.countOn(mapper, fromAnywhere, past, now);
      all.forEach(each -> each.count(mapper, now));
    }
    boolean fresh = all.stream().allMatch(each -> each.isFresh(now));
    List<String> sources = all.stream().map(TryCounts.Counted::source).toList();
    return new Finding(new Try(account, sources, wait(now, until)), fresh && until.isAfter(now));
  }

  private boolean mayPass(String account, ClientNetwork network) {
    return allowances.take(
            "beside " + account + " from " + network.name(), TryCounts.FEW, FEW_AGAIN)
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
          mapper.forgive(done.account(), TryCounts.ANY, done.account(), own);
          for (String source : done.sources()) {
            mapper.forgive(TryCounts.ANY, source, done.account(), own);
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
          int taken = mapper.takeBack(undone.account(), TryCounts.ANY);
          for (String source : undone.sources()) {
            mapper.takeBack(TryCounts.ANY, source);
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
