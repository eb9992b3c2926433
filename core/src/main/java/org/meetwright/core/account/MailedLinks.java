package org.meetwright.core.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.meetwright.core.access.Secrets;
import org.meetwright.core.account.MailedLinkMapper.Link;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.value.EmailAddress;

/// Links that let someone who reads a host's mail do one thing, once, for a while. A link's secret
/// is made when the mail is sent, and only its hash is kept: neither the outbox nor the database
/// holds anything that lets anyone in.
public final class MailedLinks {
  private final Database database;
  private final InstantSource clock;

  /// Creates the service.
  public MailedLinks(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// What a link lets do, and for how long. Someone who has another one sent within that time has
  /// several that work, until one of them is used.
  public enum Purpose {
    /// Put the new e-mail address in force.
    EMAIL(Duration.ofHours(24)),
    /// Choose another password. Not shorter than it takes until another may be asked for, so anyone
    /// who uses the links up leaves their host one that works.
    PASSWORD(Duration.ofHours(1));

    private final Duration lasts;

    Purpose(Duration lasts) {
      this.lasts = lasts;
    }

    /// Returns how long a link can be used.
    public Duration lasts() {
      return lasts;
    }

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Makes a link for a mail that is about to be sent.
  ///
  /// @param email where it is mailed to; the link is good for nothing else
  /// @param expiresAt exclusive
  /// @return its secret; kept nowhere else
  public String make(UUID hostId, Purpose purpose, EmailAddress email, Instant expiresAt) {
    String token = Secrets.next();
    database.inTransaction(
        tx -> {
          MailedLinkMapper mapper = tx.mapper(MailedLinkMapper.class);
          mapper.deleteExpired(now());
          return mapper.insert(Secrets.hash(token), hostId, purpose.word(), email.key(), expiresAt);
        });
    return token;
  }

  /// Returns a link; empty if it is none, or can't be used any more.
  Optional<Link> find(Transaction tx, String token, Purpose purpose) {
    return Optional.ofNullable(
        tx.mapper(MailedLinkMapper.class).find(Secrets.hash(token), purpose.word(), now()));
  }

  /// Ends all links of a host that let him do something.
  static void end(Transaction tx, UUID hostId, Purpose purpose) {
    tx.mapper(MailedLinkMapper.class).deleteOf(hostId, purpose.word());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
