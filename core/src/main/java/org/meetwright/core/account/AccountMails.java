package org.meetwright.core.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.account.AccountMail.Event;
import org.meetwright.core.account.AccountMail.Waiting;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.outbox.Outbox;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Ids;

/// The mails about hosts' accounts that wait to be sent. The outbox keeps its messages for long; so
/// addresses, which anyone may have typed, are stored here, and only until the mail is sent.
public final class AccountMails {
  /// Longer than the outbox goes on trying.
  private static final Duration KEPT = Duration.ofDays(7);

  private final Database database;
  private final Outbox outbox;
  private final InstantSource clock;

  /// Creates the service.
  public AccountMails(Database database, Outbox outbox, InstantSource clock) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  /// Sends a mail once the transaction is committed.
  ///
  /// @param about another address that it mentions; null for none
  public void put(
      Transaction tx,
      Event event,
      @Nullable UUID hostId,
      EmailAddress recipient,
      @Nullable EmailAddress about) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    AccountMailMapper mapper = tx.mapper(AccountMailMapper.class);
    mapper.deleteOld(now.minus(KEPT));
    UUID id = Ids.next();
    String other = about == null ? "" : about.value();
    mapper.insert(new AccountMail(id, hostId, event, recipient, other, now));
    outbox.put(
        tx,
        List.of(AccountMail.KIND.message(AccountMail.KIND + "-" + id, null, new Waiting(id), now)));
  }

  /// Drops what waits to be sent to or about a host.
  static void drop(Transaction tx, UUID hostId, Event event) {
    tx.mapper(AccountMailMapper.class).drop(hostId, event);
  }

  /// Returns the mail of an outbox message; empty if it was sent or is not needed any more.
  public Optional<AccountMail> find(Waiting waiting) {
    return database.read(
        tx -> Optional.ofNullable(tx.mapper(AccountMailMapper.class).find(waiting.mailId())));
  }

  /// Forgets a mail that was sent, or that there is nobody to send to.
  public void forget(AccountMail mail) {
    database.inTransaction(tx -> tx.mapper(AccountMailMapper.class).delete(mail.id()));
  }
}
