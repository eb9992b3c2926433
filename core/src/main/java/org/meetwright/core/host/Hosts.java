package org.meetwright.core.host;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.database.mybatis.StoredRows;
import org.meetwright.core.eventtype.rule.HostLimits;
import org.meetwright.core.news.News;
import org.meetwright.core.news.NewsKind;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Handle;
import org.meetwright.core.value.Ids;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;

/// The hosts of this installation.
public final class Hosts {
  private static final Comparator<UUID> ORDER = Comparator.comparing(UUID::toString);

  private final Database database;
  private final InstantSource clock;
  private final NewHostSetup setup;

  /// What else a new host gets, in the same transaction: a schedule.
  @FunctionalInterface
  public interface NewHostSetup {
    /// Writes it.
    void write(Transaction tx, Host host);
  }

  /// Creates the service.
  ///
  /// @param setup run for each new host, in the transaction that adds him
  public Hosts(Database database, InstantSource clock, NewHostSetup setup) {
    this.database = database;
    this.clock = clock;
    this.setup = setup;
  }

  /// What is told about a new host.
  ///
  /// @param passwordHash null if he is to sign in by token only
  public record NewHost(
      Handle handle,
      String name,
      EmailAddress email,
      ZoneId timeZone,
      Locale locale,
      @Nullable String passwordHash,
      Role role) {}

  /// Adds a host with his default schedule.
  ///
  /// @throws InvalidValueException if the handle or the e-mail address is taken, or the name not
  ///   valid
  public Host add(NewHost added) {
    return database.inTransaction(tx -> add(tx, added));
  }

  /// Adds a host with his default schedule, within a transaction.
  ///
  /// @throws InvalidValueException as [#add(NewHost)]
  public Host add(Transaction tx, NewHost added) {
    Host host =
        new Host(
            Ids.next(),
            added.handle(),
            new Profile(added.name(), added.email(), added.timeZone(), added.locale()),
            added.passwordHash(),
            added.role(),
            true,
            1,
            HostLimits.NONE);
    Handles.take(tx, host.handle(), host.id());
    refuseTaken(tx, host.id(), host.email());
    tx.mapper(HostMapper.class).insert(host, clock.instant().truncatedTo(ChronoUnit.MICROS));
    setup.write(tx, host);
    return host;
  }

  /// Holds the rows of hosts until the transaction ends. All lock in the same order, that of the
  /// ids as text, so that no two transactions wait for each other.
  ///
  /// @return the hosts as they are now
  public static List<Host> lock(Transaction tx, Collection<UUID> hostIds) {
    HostMapper hosts = tx.mapper(HostMapper.class);
    return hostIds.stream().distinct().sorted(ORDER).map(id -> held(hosts, id)).toList();
  }

  private static Host held(HostMapper hosts, UUID id) {
    Host host = hosts.lock(id);
    if (host == null) {
      throw new IllegalStateException("Hosts are never deleted: " + id);
    }
    return host;
  }

  /// Holds the rows of hosts until the transaction ends, also of those who have become meant while
  /// it waited for the others' rows. (That these are locked out of order can end in a deadlock at
  /// worst, after which the database lets the transaction run again.)
  ///
  /// @param hostIds who is meant, as the database has it when it is asked
  /// @return those who are meant, in the order of their ids as text
  public static List<Host> lock(Transaction tx, Supplier<? extends Collection<UUID>> hostIds) {
    Map<UUID, Host> held = new HashMap<>();
    while (true) {
      Set<UUID> meant = new HashSet<>(hostIds.get());
      if (held.keySet().containsAll(meant)) {
        return meant.stream().sorted(ORDER).map(held::get).toList();
      }
      meant.removeAll(held.keySet());
      lock(tx, meant).forEach(host -> held.put(host.id(), host));
    }
  }

  /// Changes name, zone and locale of a host, and his limits.
  ///
  /// @return the host as he is now
  public Host update(UUID id, String name, ZoneId zone, Locale locale, HostLimits limits) {
    return update(
        id, host -> host.with(new Profile(name, host.email(), zone, locale)).with(limits));
  }

  private Host update(UUID id, UnaryOperator<Host> change) {
    return database.inTransaction(
        tx -> {
          Host changed = change.apply(lock(tx, List.of(id)).getFirst());
          tx.mapper(HostMapper.class).update(changed);
          Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
          News.note(tx, NewsKind.ACCOUNT_CHANGED, List.of(id), id, now);
          return changed;
        });
  }

  /// Changes the profile of a host whose row is held, but for his e-mail address, and his limits.
  ///
  /// @param at now
  /// @return the host as he is now
  public static Host setProfile(
      Transaction tx, Host host, Profile profile, HostLimits limits, Instant at) {
    Host changed = host.with(profile.with(host.email())).with(limits);
    tx.mapper(HostMapper.class).update(changed);
    News.note(tx, NewsKind.ACCOUNT_CHANGED, List.of(host.id()), host.id(), at);
    return changed;
  }

  /// Changes the e-mail address of a host whose row is held.
  ///
  /// @param at now
  /// @return the host as he is now
  /// @throws InvalidValueException (field `email`) if it is another host's
  public static Host setEmail(Transaction tx, Host host, EmailAddress email, Instant at) {
    refuseTaken(tx, host.id(), email);
    Host changed = host.with(host.profile().with(email));
    tx.mapper(HostMapper.class).setEmail(changed);
    News.note(tx, NewsKind.ACCOUNT_CHANGED, List.of(host.id()), host.id(), at);
    return changed;
  }

  /// Refuses an address that is a host's.
  ///
  /// @param but the host whose it may be
  /// @throws InvalidValueException (field `email`) if it is another host's
  public static void refuseTaken(Transaction tx, UUID but, EmailAddress email) {
    Host other = tx.mapper(HostMapper.class).findByEmail(email.key());
    if (other != null && !other.id().equals(but)) {
      throw new InvalidValueException(
          "email", InvalidValueException.shown(email) + " belongs to another host");
    }
  }

  /// Returns the host of a handle, as it stands in an address; empty if there is none.
  public Optional<Host> find(String handle) {
    if (!Text.isStorable(handle)) {
      return Optional.empty();
    }
    return database.read(
        tx -> Optional.ofNullable(tx.mapper(HostMapper.class).findByHandle(handle)));
  }

  /// Returns the host of an e-mail address; empty if there is none.
  public Optional<Host> find(EmailAddress email) {
    return database.read(
        tx -> Optional.ofNullable(tx.mapper(HostMapper.class).findByEmail(email.key())));
  }

  /// Returns the host of an id; empty if there is none.
  public Optional<Host> find(UUID id) {
    return database.read(tx -> Optional.ofNullable(tx.mapper(HostMapper.class).find(id)));
  }

  /// Returns all hosts by handle.
  public List<Host> list() {
    return database.read(
        tx -> {
          HostMapper hosts = tx.mapper(HostMapper.class);
          return StoredRows.list("host", hosts::list, hosts::ids, hosts::find);
        });
  }
}
