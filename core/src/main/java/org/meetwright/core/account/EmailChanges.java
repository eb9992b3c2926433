package org.meetwright.core.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.meetwright.core.account.AccountMail.Event;
import org.meetwright.core.account.MailedLinkMapper.Link;
import org.meetwright.core.account.MailedLinks.Purpose;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.email.MailAllowance;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.HostMapper;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.limit.RateLimit;
import org.meetwright.core.limit.RateLimits;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.InvalidValueException;

/// Changes of hosts' e-mail addresses. An address signs in, gets the links that replace a password,
/// and is found at a provider; so another one is in force only once a link that was mailed to it
/// was opened, and the old one is told at the beginning and at the end.
public final class EmailChanges {
  /// How many changes a host may ask for: each writes to an address that may be a stranger's.
  static final RateLimit OF_A_HOST = new RateLimit(5, Duration.ofHours(5));

  private final Database database;
  private final AccountMails mails;
  private final MailedLinks links;
  private final MailAllowance allowance;
  private final RateLimits limits;
  private final InstantSource clock;

  /// Creates the service.
  public EmailChanges(
      Database database,
      AccountMails mails,
      MailedLinks links,
      MailAllowance allowance,
      RateLimits limits,
      InstantSource clock) {
    this.database = database;
    this.mails = mails;
    this.links = links;
    this.allowance = allowance;
    this.limits = limits;
    this.clock = clock;
  }

  /// An address that a host has asked for, and not confirmed yet.
  ///
  /// @param expiresAt until when he can, exclusive
  public record PendingEmail(EmailAddress email, Instant expiresAt) {}

  /// The outcome of asking for another address.
  public sealed interface AskOutcome {
    /// A mail goes there. The old address is in force until its link is opened.
    record Asked(PendingEmail pending) implements AskOutcome {}

    /// It is the address that he has, maybe in another spelling, which is in force at once. What
    /// was asked for before is given up.
    record Same(Host host) implements AskOutcome {}

    /// The host has asked too often, or that address was sent too much; nothing was changed.
    record TooManyMails(Duration retryAfter) implements AskOutcome {}
  }

  /// The outcome of a mailed link.
  public sealed interface ConfirmOutcome {
    /// The address is the host's now.
    record Confirmed(Host host) implements ConfirmOutcome {}

    /// The link was used, replaced or given up, is too old, or never was one.
    record LinkExpired() implements ConfirmOutcome {}

    /// Meanwhile the address has become another host's.
    record Taken(EmailAddress email) implements ConfirmOutcome {}
  }

  /// A change whose link is looked at.
  public record Waiting(Host host, EmailAddress email) {}

  /// Returns the address that a host has asked for; empty if none waits.
  public Optional<PendingEmail> pending(UUID hostId) {
    return database.read(tx -> pending(tx, hostId));
  }

  private Optional<PendingEmail> pending(Transaction tx, UUID hostId) {
    return Optional.ofNullable(tx.mapper(EmailChangeMapper.class).find(hostId, now()));
  }

  /// Asks for another address. What was asked for before is given up.
  ///
  /// @throws InvalidValueException (field `email`) if it is another host's
  public AskOutcome ask(Host host, EmailAddress email) {
    if (email.equals(host.email())) {
      return new AskOutcome.Same(set(host.id(), email));
    }
    database.read(
        tx -> {
          Hosts.refuseTaken(tx, host.id(), email);
          return email;
        });
    Duration wait = limits.take("changes of address of " + host.id(), OF_A_HOST);
    wait = wait.isZero() ? allowance.takeQuestion(email) : wait;
    return wait.isZero()
        ? new AskOutcome.Asked(database.inTransaction(tx -> keep(tx, host.id(), email)))
        : new AskOutcome.TooManyMails(wait);
  }

  private PendingEmail keep(Transaction tx, UUID hostId, EmailAddress email) {
    Host host = Hosts.lock(tx, List.of(hostId)).getFirst();
    drop(tx, hostId);
    Instant now = now();
    PendingEmail pending = new PendingEmail(email, now.plus(Purpose.EMAIL.lasts()));
    tx.mapper(EmailChangeMapper.class).insert(hostId, pending, now);
    mails.put(tx, Event.EMAIL_CONFIRM, hostId, email, null);
    mails.put(tx, Event.EMAIL_ASKED, hostId, host.email(), email);
    return pending;
  }

  /// Gives up the change that waits.
  ///
  /// @return whether there was one
  public boolean giveUp(UUID hostId) {
    return database.inTransaction(
        tx -> {
          Hosts.lock(tx, List.of(hostId));
          return drop(tx, hostId);
        });
  }

  /// Drops a change with everything that could still bring it about.
  static boolean drop(Transaction tx, UUID hostId) {
    MailedLinks.end(tx, hostId, Purpose.EMAIL);
    AccountMails.drop(tx, hostId, Event.EMAIL_CONFIRM);
    return tx.mapper(EmailChangeMapper.class).delete(hostId) > 0;
  }

  /// Returns what a mailed link would put in force; empty if nothing. Nothing is changed.
  public Optional<Waiting> look(String token) {
    return database.read(
        tx -> {
          Link link = links.find(tx, token, Purpose.EMAIL).orElse(null);
          Host host = link == null ? null : tx.mapper(HostMapper.class).find(link.hostId());
          return link == null || host == null
              ? Optional.empty()
              : pending(tx, link).map(pending -> new Waiting(host, pending.email()));
        });
  }

  /// Returns the change that a link was mailed for; empty if there is another by now, or none.
  private Optional<PendingEmail> pending(Transaction tx, Link link) {
    return pending(tx, link.hostId())
        .filter(pending -> pending.email().key().equals(link.emailKey()));
  }

  /// Puts the address of a mailed link in force, once.
  public ConfirmOutcome confirm(String token) {
    return database.inTransaction(
        tx -> {
          Link link = links.find(tx, token, Purpose.EMAIL).orElse(null);
          if (link == null) {
            return new ConfirmOutcome.LinkExpired();
          }
          Host host = Hosts.lock(tx, List.of(link.hostId())).getFirst();
          // Another opening of the link may have been quicker: then nothing waits any more.
          return pending(tx, link)
              .map(pending -> putInForce(tx, host, pending.email()))
              .orElseGet(ConfirmOutcome.LinkExpired::new);
        });
  }

  private ConfirmOutcome putInForce(Transaction tx, Host host, EmailAddress email) {
    drop(tx, host.id());
    try {
      return new ConfirmOutcome.Confirmed(set(tx, host, email));
    } catch (InvalidValueException taken) {
      return new ConfirmOutcome.Taken(email);
    }
  }

  /// Gives a host another address outright, as an admin may who vouches for it.
  ///
  /// @throws InvalidValueException (field `email`) if it is another host's
  public Host set(UUID hostId, EmailAddress email) {
    return database.inTransaction(
        tx -> {
          Host host = Hosts.lock(tx, List.of(hostId)).getFirst();
          drop(tx, hostId);
          return set(tx, host, email);
        });
  }

  /// What was mailed to the old address lets nobody in any more.
  private Host set(Transaction tx, Host host, EmailAddress email) {
    Host changed = Hosts.setEmail(tx, host, email, now());
    MailedLinks.end(tx, host.id(), Purpose.PASSWORD);
    if (!email.equals(host.email())) {
      mails.put(tx, Event.EMAIL_CHANGED, host.id(), host.email(), email);
    }
    return changed;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
