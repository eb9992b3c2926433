package org.meetwright.core.calendar.account;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Secrets;
import org.meetwright.core.calendar.Calendar;
import org.meetwright.core.calendar.CalendarConnection;
import org.meetwright.core.calendar.CalendarMapper;
import org.meetwright.core.calendar.CalendarMapper.CalendarRow;
import org.meetwright.core.calendar.CalendarMapper.ConnectionRow;
import org.meetwright.core.calendar.ConnectionState;
import org.meetwright.core.calendar.OwnEvents;
import org.meetwright.core.calendar.SyncDue;
import org.meetwright.core.calendar.remote.AccountAccess;
import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.calendar.remote.RemoteAccount;
import org.meetwright.core.calendar.remote.RemoteCalendar;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.calendar.token.StoredTokens;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.database.mybatis.StoredRows;
import org.meetwright.core.host.HostMapper;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.news.News;
import org.meetwright.core.news.NewsKind;
import org.meetwright.core.outbox.Outbox;
import org.meetwright.core.value.Ids;
import org.meetwright.core.value.InvalidValueException;

/// The calendar accounts of hosts. A service is asked before anything is written, and outside any
/// transaction, so that no account is half connected.
public final class CalendarConnections {
  /// How many accounts a host may connect.
  public static final int MOST = 20;

  private final Database database;
  private final Outbox outbox;
  private final ConnectedAccounts accounts;
  private final OwnEvents ownEvents;
  private final ConnectionAttempts attempts;
  private final InstantSource clock;

  /// Creates the service.
  public CalendarConnections(
      Database database,
      Outbox outbox,
      ConnectedAccounts accounts,
      OwnEvents ownEvents,
      ConnectionAttempts attempts,
      InstantSource clock) {
    this.database = database;
    this.outbox = outbox;
    this.accounts = accounts;
    this.ownEvents = ownEvents;
    this.attempts = attempts;
    this.clock = clock;
  }

  /// An account to connect.
  ///
  /// @param name what the host calls it; if it is empty, it is called as its address says
  public record NewConnection(ProviderKind kind, String name, AccountAccess access) {}

  /// What came of connecting an account.
  public sealed interface AddOutcome {
    /// It is connected. All its calendars count as busy, and are read next.
    record Added(CalendarConnection connection, List<Calendar> calendars) implements AddOutcome {}

    /// Its service said no.
    ///
    /// @param message a sentence for the host
    record Refused(FaultCode why, String message) implements AddOutcome {}

    /// The host has as many as he may have.
    record TooMany(int most) implements AddOutcome {}

    /// The host has tried too often, or that service was tried too often. It was not asked.
    ///
    /// @param retryAfter how long until it can be tried again
    record TooManyTries(Duration retryAfter) implements AddOutcome {}
  }

  /// What came of asking the service of an account.
  public sealed interface AskOutcome {
    /// It answered.
    record Answered(CalendarConnection connection, List<Calendar> calendars)
        implements AskOutcome {}

    /// It said no; nothing has changed.
    ///
    /// @param message a sentence for the host
    record Refused(FaultCode why, String message) implements AskOutcome {}

    /// The host has tried too often, or that service was tried too often. It was not asked.
    ///
    /// @param retryAfter how long until it can be tried again
    record TooManyTries(Duration retryAfter) implements AskOutcome {}

    /// The host has no such account.
    record NotFound() implements AskOutcome {}
  }

  /// How an account is to be reached from now on; null for what is to stay.
  ///
  /// @param url another address, to which the old user and password are not sent: they are empty
  ///   unless they are given too
  public record SignInChange(
      @Nullable String url, @Nullable String user, @Nullable String password) {
    /// Returns whether all is to stay.
    public boolean isNone() {
      return url == null && user == null && password == null;
    }

    /// Leaves all out that may be secret.
    @Override
    public String toString() {
      return "SignInChange";
    }

    private AccountAccess from(@Nullable AccountAccess old) {
      if (url != null) {
        return new AccountAccess(url, user == null ? "" : user, password == null ? "" : password);
      }
      if (old == null) {
        throw new InvalidValueException("url", "must be given, since it is no longer known");
      }
      return new AccountAccess(
          old.address(),
          user == null ? old.user() : user,
          password == null ? old.password() : password);
    }
  }

  /// What to change of an account; null for what is to stay.
  public record Change(
      @Nullable String name, @Nullable Boolean paused, @Nullable Boolean follows) {}

  /// Returns a host's accounts, the oldest first.
  public List<CalendarConnection> list(UUID hostId) {
    return StoredRows.list(
        database.read(tx -> tx.mapper(CalendarMapper.class).connections(hostId)),
        ConnectionRow::connection);
  }

  /// Returns those of a host's accounts that were connected since an instant, the oldest first.
  public List<CalendarConnection> since(UUID hostId, Instant since) {
    return StoredRows.list(
        database.read(tx -> tx.mapper(CalendarMapper.class).connectedSince(hostId, since)),
        ConnectionRow::connection);
  }

  /// Returns an account of a host; empty if he has no such one.
  public Optional<CalendarConnection> find(UUID hostId, UUID id) {
    return database.read(tx -> Optional.ofNullable(of(tx, hostId, id)));
  }

  private static @Nullable CalendarConnection of(Transaction tx, UUID hostId, UUID id) {
    ConnectionRow row = tx.mapper(CalendarMapper.class).connection(id);
    return row == null || !row.hostId().equals(hostId) ? null : row.connection();
  }

  /// Returns the calendars of a host's account by name, as they are known; empty if he has no such
  /// account.
  public Optional<List<Calendar>> calendars(UUID hostId, UUID id) {
    return find(hostId, id).map(found -> database.read(tx -> calendars(tx, found.id())));
  }

  private static boolean receives(CalendarMapper mapper, UUID id) {
    return mapper.calendars(id).stream().anyMatch(CalendarRow::receives);
  }

  private static List<Calendar> calendars(Transaction tx, UUID id) {
    return StoredRows.list(tx.mapper(CalendarMapper.class).calendars(id), CalendarRow::calendar);
  }

  /// Connects an account.
  ///
  /// @throws org.meetwright.core.value.InvalidValueException (fields `kind`, `name`, `url`, `user`,
  ///   `password`) if the account cannot be such
  public AddOutcome add(UUID hostId, NewConnection added) {
    return add(hostId, added, accounts.open(added.kind(), added.access()), (_, _) -> {});
  }

  /// Connects an account that is open already, because its host has consented to it.
  ///
  /// @param also what is written with it, in the same transaction
  /// @throws org.meetwright.core.value.InvalidValueException as [#add(UUID, NewConnection)]
  public AddOutcome add(
      UUID hostId, NewConnection added, RemoteAccount account, BiConsumer<Transaction, UUID> also) {
    AccountAccess access = StoredAccess.checked(added.access());
    UUID id = Ids.next();
    CalendarConnection connection =
        new CalendarConnection(
            id,
            hostId,
            added.kind(),
            FoundCalendars.nameOf(added.name(), access.address()),
            ConnectionState.ACTIVE,
            null,
            null,
            null,
            false);
    Duration wait = attempts.signIn(hostId, access);
    if (!wait.isZero()) {
      return new AddOutcome.TooManyTries(wait);
    }
    List<RemoteCalendar> found;
    try {
      found = FoundCalendars.in(account);
    } catch (RemoteFault fault) {
      return new AddOutcome.Refused(fault.code(), String.valueOf(fault.getMessage()));
    }
    String credentials = accounts.sealed(id, access);
    return database.inTransaction(
        tx -> {
          AddOutcome outcome = add(tx, connection, credentials, found);
          if (outcome instanceof AddOutcome.Added) {
            also.accept(tx, id);
          }
          return outcome;
        });
  }

  private AddOutcome add(
      Transaction tx, CalendarConnection added, String credentials, List<RemoteCalendar> found) {
    UUID hostId = added.hostId();
    Hosts.lock(tx, List.of(hostId));
    CalendarMapper mapper = tx.mapper(CalendarMapper.class);
    if (mapper.countConnections(hostId) >= MOST) {
      return new AddOutcome.TooMany(MOST);
    }
    Instant now = now();
    mapper.insertConnection(
        added, added.kind().word(), ConnectionState.ACTIVE.word(), credentials, now);
    found.forEach(one -> insert(mapper, added, one, true));
    outbox.put(tx, List.of(SyncDue.message(added.id(), now)));
    News.note(tx, NewsKind.CALENDAR_CHANGED, List.of(hostId), added.id(), now);
    return new AddOutcome.Added(added, calendars(tx, added.id()));
  }

  private static void insert(
      CalendarMapper mapper, CalendarConnection of, RemoteCalendar remote, boolean busy) {
    mapper.insertCalendar(
        Ids.next(), of.id(), of.hostId(), remote, Secrets.hash(remote.id()), busy);
  }

  /// Changes an account.
  ///
  /// @return how it is now; empty if the host has no such account
  /// @throws org.meetwright.core.value.InvalidValueException (field `name`) if the name cannot be
  public Optional<CalendarConnection> change(UUID hostId, UUID id, Change change) {
    return database.inTransaction(
        tx -> {
          CalendarMapper mapper = tx.mapper(CalendarMapper.class);
          mapper.lockConnection(id);
          CalendarConnection old = of(tx, hostId, id);
          if (old == null) {
            return Optional.empty();
          }
          CalendarConnection changed = with(old, change);
          mapper.change(id, changed.name(), changed.state().word(), changed.follows());
          noteAndRead(tx, hostId, id);
          if (changed.state() != old.state() && receives(mapper, id)) {
            ownEvents.receiverChanged(tx, hostId);
          }
          return Optional.of(changed);
        });
  }

  private static CalendarConnection with(CalendarConnection old, Change change) {
    ConnectionState state = old.state();
    boolean isSwitched = state == ConnectionState.ACTIVE || state == ConnectionState.PAUSED;
    if (change.paused != null && isSwitched) {
      state = change.paused ? ConnectionState.PAUSED : ConnectionState.ACTIVE;
    }
    return new CalendarConnection(
        old.id(),
        old.hostId(),
        old.kind(),
        change.name == null ? old.name() : change.name,
        state,
        old.error(),
        old.errorCode(),
        old.lastSyncedAt(),
        change.follows == null ? old.follows() : change.follows);
  }

  /// Gives an account another password, or another user or address. It is asked first.
  ///
  /// @throws InvalidValueException (fields `url`, `user`, `password`) if they cannot be such
  public AskOutcome signIn(UUID hostId, UUID id, SignInChange change) {
    CalendarConnection old = find(hostId, id).orElse(null);
    if (old == null || old.state() == ConnectionState.REMOVING) {
      return new AskOutcome.NotFound();
    }
    AccountAccess access = StoredAccess.checked(change.from(accounts.access(id).orElse(null)));
    return signIn(old, access, accounts.open(old.kind(), access), (_, _) -> {});
  }

  /// Gives an account the consent that its host has given anew. It is asked first.
  ///
  /// @param account the account, open already
  /// @param also what is written with it, in the same transaction
  public AskOutcome signIn(
      UUID hostId,
      UUID id,
      AccountAccess access,
      RemoteAccount account,
      BiConsumer<Transaction, UUID> also) {
    CalendarConnection old = find(hostId, id).orElse(null);
    return old == null || old.state() == ConnectionState.REMOVING
        ? new AskOutcome.NotFound()
        : signIn(old, StoredAccess.checked(access), account, also);
  }

  private AskOutcome signIn(
      CalendarConnection old,
      AccountAccess access,
      RemoteAccount account,
      BiConsumer<Transaction, UUID> also) {
    Duration wait = attempts.signIn(old.hostId(), access);
    if (!wait.isZero()) {
      return new AskOutcome.TooManyTries(wait);
    }
    List<RemoteCalendar> found;
    try {
      found = FoundCalendars.in(account);
    } catch (RemoteFault fault) {
      return new AskOutcome.Refused(fault.code(), String.valueOf(fault.getMessage()));
    }
    return write(old, found, accounts.sealed(old.id(), access), also);
  }

  /// Counts that an account's service is to be asked at once because its host wants it.
  ///
  /// @return zero if it may be, else how long it takes until it may
  public Duration countReading(UUID hostId, UUID id) {
    return accounts
        .access(id)
        .map(access -> attempts.reading(hostId, access.address()))
        .orElse(Duration.ZERO);
  }

  /// Asks the service of an account which calendars there are. Those that are new count for nothing
  /// until the host says so.
  public AskOutcome refresh(UUID hostId, UUID id) {
    CalendarConnection old = find(hostId, id).orElse(null);
    if (old == null) {
      return new AskOutcome.NotFound();
    }
    try {
      var account = accounts.open(id).orElse(null);
      return account == null
          ? new AskOutcome.Refused(FaultCode.NOT_ASKED, "The account is not asked now.")
          : write(old, FoundCalendars.in(account), null, (_, _) -> {});
    } catch (RemoteFault fault) {
      return new AskOutcome.Refused(fault.code(), String.valueOf(fault.getMessage()));
    }
  }

  /// @param credentials new ones; null to keep the old ones
  private AskOutcome write(
      CalendarConnection old,
      List<RemoteCalendar> found,
      @Nullable String credentials,
      BiConsumer<Transaction, UUID> also) {
    return database.inTransaction(
        tx -> {
          CalendarMapper mapper = tx.mapper(CalendarMapper.class);
          mapper.lockAll(old.hostId());
          if (mapper.lockConnection(old.id()) == null || mapper.isRemoving(old.id())) {
            return new AskOutcome.NotFound();
          }
          Map<String, UUID> known =
              mapper.calendars(old.id()).stream()
                  .collect(toMap(CalendarRow::remoteKey, CalendarRow::id));
          for (RemoteCalendar one : found) {
            UUID calendarId = known.get(Secrets.hash(one.id()));
            if (calendarId == null) {
              insert(mapper, old, one, false);
            } else {
              mapper.describe(calendarId, one);
            }
          }
          if (credentials != null) {
            mapper.signIn(old.id(), credentials);
            also.accept(tx, old.id());
            noteAndRead(tx, old.hostId(), old.id());
            if (receives(mapper, old.id())) {
              ownEvents.receiverChanged(tx, old.hostId());
            }
          }
          CalendarConnection now = of(tx, old.hostId(), old.id());
          return new AskOutcome.Answered(now == null ? old : now, calendars(tx, old.id()));
        });
  }

  /// Disconnects an account. What is known of it is forgotten, and takes no time any more. If
  /// events of meetings to come are to be deleted there, it is [ConnectionState#REMOVING] until
  /// they are, or [RemovalJob] gives up. Events of meetings that are over stay there.
  ///
  /// @param events what becomes of events that were written there; one that is being disconnected
  ///   is forgotten at once if they are to be kept after all
  /// @return whether the host had it
  public boolean remove(UUID hostId, UUID id, WrittenEvents events) {
    Runnable revocation = accounts.revocation(id);
    boolean had = withdraw(hostId, id, events);
    if (had && find(hostId, id).isEmpty()) {
      revocation.run();
    }
    return had;
  }

  private boolean withdraw(UUID hostId, UUID id, WrittenEvents events) {
    return database.inTransaction(
        tx -> {
          CalendarMapper mapper = tx.mapper(CalendarMapper.class);
          mapper.lockAll(hostId);
          mapper.lockConnection(id);
          CalendarConnection old = of(tx, hostId, id);
          boolean stays = old != null && old.state() == ConnectionState.REMOVING;
          if (old == null || (stays && events == WrittenEvents.DELETE)) {
            return old != null;
          }
          if (mapper.takesTime(id)) {
            tx.mapper(HostMapper.class).raiseRevision(hostId);
          }
          boolean received = receives(mapper, id);
          if (events == WrittenEvents.DELETE && ownEvents.withdraw(tx, id)) {
            mapper.removing(id);
            outbox.put(tx, List.of(new CalendarRemoval(id, hostId).message(now())));
          } else {
            mapper.deleteConnection(id);
          }
          if (received) {
            ownEvents.receiverChanged(tx, hostId);
          }
          News.note(tx, NewsKind.CALENDAR_CHANGED, List.of(hostId), id, now());
          return true;
        });
  }

  /// Forgets an account that is being disconnected.
  void forget(UUID hostId, UUID id) {
    Runnable revocation = accounts.revocation(id);
    boolean forgotten =
        database.inTransaction(
            tx -> {
              CalendarMapper mapper = tx.mapper(CalendarMapper.class);
              mapper.lockAll(hostId);
              if (!mapper.isRemoving(id)) {
                return false;
              }
              mapper.deleteConnection(id);
              News.note(tx, NewsKind.CALENDAR_CHANGED, List.of(hostId), id, now());
              return true;
            });
    if (forgotten) {
      revocation.run();
    }
  }

  /// Forgets the passwords of all accounts, because they cannot be read any more. Their hosts have
  /// to sign in again.
  ///
  /// @return how many there are
  public int forgetPasswords() {
    return database.inTransaction(
        tx -> {
          StoredTokens.forgetAll(tx);
          return tx.mapper(CalendarMapper.class)
              .forgetCredentials(
                  "The password is no longer known. Sign in again.",
                  FaultCode.PASSWORD_LOST.word(),
                  now());
        });
  }

  private void noteAndRead(Transaction tx, UUID hostId, UUID id) {
    News.note(tx, NewsKind.CALENDAR_CHANGED, List.of(hostId), id, now());
    outbox.hasten(tx, SyncDue.key(id));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
