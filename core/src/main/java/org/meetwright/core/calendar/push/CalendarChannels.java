package org.meetwright.core.calendar.push;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.meetwright.core.access.Secrets;
import org.meetwright.core.calendar.CalendarMapper;
import org.meetwright.core.calendar.CalendarMapper.CalendarRow;
import org.meetwright.core.calendar.SyncDue;
import org.meetwright.core.calendar.account.ConnectedAccounts;
import org.meetwright.core.calendar.push.ChannelMapper.ChannelRow;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.calendar.remote.push.PushAccount;
import org.meetwright.core.calendar.remote.push.PushAccount.Channel;
import org.meetwright.core.calendar.remote.push.PushAccount.Wish;
import org.meetwright.core.database.Database;
import org.meetwright.core.outbox.Outbox;
import org.meetwright.core.value.Ids;

/// Keeps a channel open for each calendar that is read, where the service has such. A channel is
/// followed by another before it ends; the old one is closed once the new one is open. Accounts are
/// read every ten minutes all the same: a call may get lost.
public final class CalendarChannels {
  /// A channel that is good for less is followed by another.
  static final Duration OVERLAP = Duration.ofHours(24);

  /// How long a channel is known that the service has not answered for.
  private static final Duration UNANSWERED = Duration.ofHours(1);

  private static final Duration A_SECOND = Duration.ofSeconds(1);
  private static final Logger LOG = Logger.getLogger(CalendarChannels.class.getName());

  private final Database database;
  private final ConnectedAccounts accounts;
  private final Outbox outbox;
  private final InstantSource clock;
  private final Supplier<Optional<URI>> address;

  /// Creates the service.
  ///
  /// @param address where services can call this server; empty if they cannot
  public CalendarChannels(
      Database database,
      ConnectedAccounts accounts,
      Outbox outbox,
      InstantSource clock,
      Supplier<Optional<URI>> address) {
    this.database = database;
    this.accounts = accounts;
    this.outbox = outbox;
    this.clock = clock;
    this.address = address;
  }

  /// What became of a call.
  public enum Heard {
    /// There is no such channel, or what was shown is not its secret.
    UNKNOWN,
    /// The account is read soon.
    TAKEN
  }

  /// Hears what a service says. Nothing is believed but that something may have changed.
  ///
  /// @param channel the id that it names
  /// @param secret what it shows
  /// @param changed whether it says more than that the channel is open
  public Heard hear(String channel, String secret, boolean changed) {
    UUID id;
    try {
      id = UUID.fromString(channel);
    } catch (IllegalArgumentException none) {
      return Heard.UNKNOWN;
    }
    ChannelRow row = database.read(tx -> tx.mapper(ChannelMapper.class).find(id));
    Instant now = now();
    if (row == null || !isSecret(row, secret) || !row.expiresAt().isAfter(now)) {
      return Heard.UNKNOWN;
    }
    if (changed) {
      database.inTransaction(
          tx -> {
            if (tx.mapper(ChannelMapper.class).told(id, now, now.minus(A_SECOND)) > 0) {
              CalendarRow calendar = tx.mapper(CalendarMapper.class).calendar(row.calendarId());
              return calendar != null && outbox.hasten(tx, SyncDue.key(calendar.connectionId()));
            }
            return false;
          });
    }
    return Heard.TAKEN;
  }

  private static boolean isSecret(ChannelRow row, String secret) {
    return MessageDigest.isEqual(
        row.secret().getBytes(StandardCharsets.UTF_8),
        Secrets.hash(secret).getBytes(StandardCharsets.UTF_8));
  }

  /// Returns whether a service has said something of an account since an instant: while the account
  /// was being read, that may have come too late for the round.
  public boolean heardSince(UUID connectionId, Instant since) {
    return database.read(tx -> tx.mapper(ChannelMapper.class).toldSince(connectionId, since));
  }

  /// Opens channels for the calendars of an account that are read and have none, or one that ends
  /// soon, and closes those that are no longer needed. What fails is tried with the next round.
  public void renew(UUID connectionId) {
    URI at = address.get().orElse(null);
    if (at == null || !(accounts.open(connectionId).orElse(null) instanceof PushAccount account)) {
      return;
    }
    for (CalendarRow calendar :
        database.read(tx -> tx.mapper(CalendarMapper.class).calendars(connectionId))) {
      try {
        renew(account, calendar, at);
      } catch (RemoteFault fault) {
        LOG.log(
            Level.FINE,
            () -> "No channel for the calendar " + calendar.id() + ": " + fault.getMessage());
      }
    }
  }

  private void renew(PushAccount account, CalendarRow calendar, URI at) throws RemoteFault {
    List<ChannelRow> open = database.read(tx -> tx.mapper(ChannelMapper.class).of(calendar.id()));
    boolean isRead = calendar.busy() || calendar.receives();
    Instant now = now();
    boolean lasts =
        open.stream()
            .anyMatch(
                one -> !one.resource().isEmpty() && one.expiresAt().isAfter(now.plus(OVERLAP)));
    if (isRead && !lasts) {
      open(account, calendar, at, now);
    }
    for (ChannelRow old : open) {
      boolean isLatest = old.equals(open.getLast());
      if (!isRead || !old.expiresAt().isAfter(now) || !lasts || !isLatest) {
        close(account, old);
      }
    }
  }

  /// The row comes first: the service calls before it answers.
  private void open(PushAccount account, CalendarRow calendar, URI at, Instant now)
      throws RemoteFault {
    UUID id = Ids.next();
    String secret = Secrets.next();
    ChannelRow row =
        new ChannelRow(id, calendar.id(), "", Secrets.hash(secret), now.plus(UNANSWERED));
    database.inTransaction(tx -> tx.mapper(ChannelMapper.class).insert(row));
    try {
      Channel opened = account.watch(calendar.remoteId(), new Wish(id, secret, at));
      database.inTransaction(
          tx ->
              tx.mapper(ChannelMapper.class)
                  .opened(
                      id, opened.resource(), opened.expiresAt().truncatedTo(ChronoUnit.MICROS)));
    } catch (RemoteFault fault) {
      database.inTransaction(tx -> tx.mapper(ChannelMapper.class).delete(id));
      throw fault;
    }
  }

  /// Whether the service hears of it or not, what comes on this channel is no longer known.
  private void close(PushAccount account, ChannelRow old) throws RemoteFault {
    database.inTransaction(tx -> tx.mapper(ChannelMapper.class).delete(old.id()));
    if (!old.resource().isEmpty()) {
      account.stop(old.id(), old.resource());
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
