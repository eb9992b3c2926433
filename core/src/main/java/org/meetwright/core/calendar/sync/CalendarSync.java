package org.meetwright.core.calendar.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.CalendarAlert;
import org.meetwright.core.calendar.CalendarAlert.What;
import org.meetwright.core.calendar.CalendarConnection;
import org.meetwright.core.calendar.CalendarMapper;
import org.meetwright.core.calendar.CalendarMapper.CalendarRow;
import org.meetwright.core.calendar.CalendarMapper.ConnectionRow;
import org.meetwright.core.calendar.ConnectionState;
import org.meetwright.core.calendar.OwnEvents;
import org.meetwright.core.calendar.account.ConnectedAccounts;
import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.calendar.remote.RemoteAccount;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.calendar.remote.RemoteItem;
import org.meetwright.core.database.Database;
import org.meetwright.core.outbox.Outbox;
import org.meetwright.core.time.Interval;

/// Reads connected calendars.
public final class CalendarSync {
  /// How often an account is asked.
  static final Duration POLL = Duration.ofMinutes(10);

  /// When everything is asked for once more if too much has vanished.
  private static final Duration ASKED_AGAIN = Duration.ofMinutes(1);

  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final Duration LONGEST_ASKED = Duration.ofHours(6);

  /// A round must end well within the lease of its message; what is left comes first in the next.
  private static final Duration LONGEST_ROUND = Duration.ofMinutes(3);

  private static final Logger LOG = Logger.getLogger(CalendarSync.class.getName());

  private final Database database;
  private final ConnectedAccounts accounts;
  private final OwnEvents ownEvents;
  private final Outbox outbox;
  private final InstantSource clock;

  /// Creates the service.
  public CalendarSync(
      Database database,
      ConnectedAccounts accounts,
      OwnEvents ownEvents,
      Outbox outbox,
      InstantSource clock) {
    this.database = database;
    this.accounts = accounts;
    this.ownEvents = ownEvents;
    this.outbox = outbox;
    this.clock = clock;
  }

  /// What came of reading an account.
  public sealed interface SyncOutcome {
    /// Its calendars were read.
    ///
    /// @param moved whether times of the host have been taken or given back
    record Synced(CalendarConnection connection, boolean moved) implements SyncOutcome {}

    /// Its service failed or said no. What is known stays.
    ///
    /// @param message a sentence for the host
    record Failed(CalendarConnection connection, FaultCode why, String message)
        implements SyncOutcome {}

    /// It is not asked: its host has paused it, or has to sign in again.
    record NotAsked(CalendarConnection connection) implements SyncOutcome {}

    /// The host wanted it read too often, or too much was read from that service. It is read in its
    /// turn.
    ///
    /// @param retryAfter how long until it can be wanted again
    record TooManyTries(Duration retryAfter) implements SyncOutcome {}

    /// The host has no such account.
    record NotFound() implements SyncOutcome {}
  }

  /// What came of a round.
  ///
  /// @param fault why it failed; null if it did not
  /// @param next after which time the next one is to be
  record Round(boolean moved, @Nullable RemoteFault fault, Duration next) {}

  /// Reads the calendars of a host's account now.
  public SyncOutcome sync(UUID hostId, UUID connectionId) {
    ConnectionRow row = connection(connectionId);
    if (row == null || !row.hostId().equals(hostId)) {
      return new SyncOutcome.NotFound();
    }
    Round round = round(connectionId);
    ConnectionRow after = connection(connectionId);
    CalendarConnection connection = (after == null ? row : after).connection();
    if (round == null) {
      return new SyncOutcome.NotAsked(connection);
    }
    RemoteFault fault = round.fault;
    return fault == null
        ? new SyncOutcome.Synced(connection, round.moved)
        : new SyncOutcome.Failed(connection, fault.code(), String.valueOf(fault.getMessage()));
  }

  private @Nullable ConnectionRow connection(UUID id) {
    return database.read(tx -> tx.mapper(CalendarMapper.class).connection(id));
  }

  boolean isThere(UUID connectionId) {
    return connection(connectionId) != null;
  }

  /// Reads the calendars of an account.
  ///
  /// @return null if the account is not asked
  @Nullable Round round(UUID connectionId) {
    ConnectionRow row = connection(connectionId);
    RemoteAccount account = accounts.open(connectionId).orElse(null);
    if (row == null || account == null) {
      return null;
    }
    CalendarRound round =
        new CalendarRound(database, clock, ownEvents, outbox, account, ProviderKind.of(row.kind()));
    Instant deadline = clock.instant().plus(LONGEST_ROUND);
    boolean moved = false;
    boolean asksAgain = false;
    RemoteFault first = null;
    Duration next = POLL;
    for (CalendarRow calendar : toRead(connectionId)) {
      if (clock.instant().isAfter(deadline)) {
        return new Round(moved, null, Duration.ZERO);
      }
      try {
        CalendarRound.Result result = round.make(calendar.id());
        moved |= result.moved();
        asksAgain |= result.asksAgain();
      } catch (RemoteFault fault) {
        Duration wait = failed(row, calendar, fault);
        if (first == null) {
          first = fault;
          next = wait;
        }
        if (isOfTheAccount(fault)) {
          return new Round(moved, fault, wait);
        }
      } catch (RuntimeException broken) {
        LOG.log(Level.WARNING, broken, () -> "The calendar " + calendar.id() + " was not read");
        RemoteFault fault =
            new RemoteFault(
                FaultCode.INTERNAL,
                "The calendar could not be read; the server's log says why.",
                null,
                broken);
        return new Round(moved, fault, failed(row, calendar, fault));
      }
    }
    if (first != null) {
      return new Round(moved, first, next);
    }
    if (row.failures() > 0) {
      database.inTransaction(tx -> tx.mapper(RoundMapper.class).works(connectionId));
    }
    return new Round(moved, null, asksAgain ? ASKED_AGAIN : jittered(POLL));
  }

  private static boolean isOfTheAccount(RemoteFault fault) {
    return switch (fault.kind()) {
      case SIGN_IN, LATER, UNREACHABLE -> true;
      case STATE_LOST, CALENDAR_GONE, CHANGED, UID_TAKEN, READ_ONLY, NOT_UNDERSTOOD, NOT_FOUND ->
          false;
    };
  }

  /// Returns the calendars to read. Those that fail come last, so that they hold up no others.
  private List<CalendarRow> toRead(UUID connectionId) {
    return database.read(tx -> tx.mapper(CalendarMapper.class).calendars(connectionId)).stream()
        .filter(row -> row.busy() || row.receives())
        .sorted(
            Comparator.comparing((CalendarRow row) -> row.failingSince() != null)
                .thenComparing(
                    CalendarRow::syncedAt, Comparator.nullsFirst(Comparator.naturalOrder())))
        .toList();
  }

  /// Notes a fault, and tells the host if he has to sign in again.
  ///
  /// @return after which time to ask again
  private Duration failed(ConnectionRow row, CalendarRow calendar, RemoteFault fault) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String error = error(fault);
    String code = fault.code().word();
    database.inTransaction(
        tx -> {
          RoundMapper mapper = tx.mapper(RoundMapper.class);
          mapper.fail(calendar.id(), error, code, now);
          if (fault.kind() != RemoteFault.FaultKind.SIGN_IN) {
            return mapper.fails(row.id(), error, code, now);
          }
          if (mapper.refuse(row.id(), error, code, now) > 0) {
            new CalendarAlert(What.SIGN_IN, row.hostId(), row.id(), now).tell(tx, outbox);
          }
          return 1;
        });
    Duration asked = fault.retryAfter();
    if (fault.kind() == RemoteFault.FaultKind.LATER && asked != null) {
      Duration least = asked.compareTo(FIRST_WAIT) < 0 ? FIRST_WAIT : asked;
      return least.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : least;
    }
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(row.failures(), 10));
    return jittered(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
  }

  private static String error(RemoteFault fault) {
    String message = String.valueOf(fault.getMessage());
    return message.length() > 500 ? message.substring(0, 500) : message;
  }

  /// Returns a duration less up to a fifth, so that accounts are not all asked at once.
  private static Duration jittered(Duration whole) {
    long millis = whole.toMillis();
    return Duration.ofMillis(millis - ThreadLocalRandom.current().nextLong(millis / 5 + 1));
  }

  /// How late the calendars of a kind of service are.
  ///
  /// @param oldest how long ago the one was read that was not for longest
  /// @param newest how long ago the one was read that was last
  public record Lag(ProviderKind kind, Duration oldest, Duration newest) {}

  /// Returns how late the calendars are that are read, by kind of service.
  public List<Lag> lags() {
    Instant now = clock.instant();
    return database.read(tx -> tx.mapper(RoundMapper.class).lags()).stream()
        .map(
            row ->
                new Lag(
                    ProviderKind.of(row.kind()),
                    Duration.between(row.oldest(), now),
                    Duration.between(row.newest(), now)))
        .toList();
  }

  /// Writes items that were asked for out of turn, before a booking. What is not among them stays.
  ///
  /// @param asked when they are to be: some services tell of others too, which are left for the
  ///   next round
  /// @return whether times of the host have been taken or given back
  public boolean store(UUID calendarId, List<RemoteItem> items, Interval asked) {
    CalendarRow calendar =
        database.read(tx -> tx.mapper(CalendarMapper.class).calendar(calendarId));
    ConnectionRow row = calendar == null ? null : connection(calendar.connectionId());
    if (calendar == null || row == null || !row.state().equals(ConnectionState.ACTIVE.word())) {
      return false;
    }
    return new UnscheduledItems(database, ownEvents, clock, ProviderKind.of(row.kind()))
        .store(calendar, items, asked);
  }
}
