package org.meetwright.core.account;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.Caller;
import org.meetwright.core.access.Passwords;
import org.meetwright.core.access.brake.Attempt;
import org.meetwright.core.access.brake.Brake;
import org.meetwright.core.access.brake.GuessLimit;
import org.meetwright.core.access.brake.Origin;
import org.meetwright.core.access.password.PasswordRules;
import org.meetwright.core.access.password.Weakness;
import org.meetwright.core.account.AccountMail.Event;
import org.meetwright.core.account.MailedLinks.Purpose;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.email.MailAllowance;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.HostMapper;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.value.EmailAddress;

/// Changes of hosts' passwords, and the mailed links for those who have forgotten theirs. With each
/// change the host's other sessions end, a waiting change of the e-mail address is discarded (it
/// may be an intruder's), and the host is told by mail.
public final class PasswordChanges {
  private final Database database;
  private final AccountMails mails;
  private final MailedLinks links;
  private final MailAllowance allowance;
  private final Brake brake;

  /// Creates the service.
  public PasswordChanges(
      Database database,
      AccountMails mails,
      MailedLinks links,
      MailAllowance allowance,
      Brake brake) {
    this.database = database;
    this.mails = mails;
    this.links = links;
    this.allowance = allowance;
    this.brake = brake;
  }

  /// The outcome of a mailed link.
  public sealed interface ResetOutcome {
    /// The password is the host's now; he is signed in nowhere.
    record Reset(Host host) implements ResetOutcome {}

    /// The password may not be chosen; the link still works.
    record Weak(Weakness weakness) implements ResetOutcome {}

    /// The link was used, is too old, or never was one.
    record LinkExpired() implements ResetOutcome {}
  }

  /// Changes the password of a host who is signed in. His other sessions end.
  ///
  /// @param current what he says that it is now
  public PasswordOutcome change(Caller caller, String current, String chosen, Origin origin) {
    Host host = caller.host();
    String hash = host.passwordHash();
    if (!Passwords.isFit(chosen)) {
      return new PasswordOutcome.Weak(Weakness.WRONG_LENGTH);
    }
    if (hash == null) {
      return new PasswordOutcome.NoPassword();
    }
    Attempt<Boolean> attempt =
        new GuessLimit(brake)
            .make(
                host.email(),
                origin,
                () -> Optional.of(Passwords.matches(current, hash)).filter(right -> right));
    return switch (attempt) {
      case Attempt.TooMany(var retryAfter) -> new PasswordOutcome.TooManyTries(retryAfter);
      case Attempt.Wrong() -> new PasswordOutcome.WrongPassword();
      case Attempt.Right(_) -> choose(caller, chosen);
    };
  }

  private PasswordOutcome choose(Caller caller, String chosen) {
    Optional<Weakness> weakness = PasswordRules.of(caller.host()).weakness(chosen);
    if (weakness.isPresent()) {
      return new PasswordOutcome.Weak(weakness.get());
    }
    change(caller.host().id(), Passwords.hash(chosen), caller.credential());
    return new PasswordOutcome.Changed();
  }

  /// Gives a host another password and ends his sessions.
  ///
  /// @param hash of a password that he may choose
  /// @param kept the session to keep; null for none
  public void change(UUID hostId, String hash, @Nullable UUID kept) {
    database.inTransaction(tx -> change(tx, Hosts.lock(tx, List.of(hostId)), hash, kept));
  }

  private Host change(Transaction tx, List<Host> locked, String hash, @Nullable UUID kept) {
    Host host = locked.getFirst();
    Access.setPassword(tx, host.id(), hash, kept);
    MailedLinks.end(tx, host.id(), Purpose.PASSWORD);
    EmailChanges.drop(tx, host.id());
    if (host.passwordHash() != null) {
      mails.put(tx, Event.PASSWORD_CHANGED, host.id(), host.email(), null);
    }
    return Objects.requireNonNull(tx.mapper(HostMapper.class).find(host.id()));
  }

  /// Sends a link to an address, if it is a host's. Whether it is one is looked up when the mail is
  /// sent: nobody learns it from the answer, or from how long that takes. No more is sent than the
  /// allowance of the address has.
  ///
  /// @return how long to wait before the next try, since there were too many; empty if this one was
  ///   taken
  public Optional<Duration> forgotten(EmailAddress email, Origin origin) {
    Optional<Duration> wait = brake.beginLink(email, origin).retryAfter();
    if (wait.isEmpty() && allowance.takeLink(email).isZero()) {
      database.inTransaction(
          tx -> {
            mails.put(tx, Event.PASSWORD_LINK, null, email, null);
            return true;
          });
    }
    return wait;
  }

  /// Returns the host whom a mailed link is for; empty if it can't be used. Nothing is changed.
  public Optional<Host> look(String token) {
    return database.read(
        tx ->
            links
                .find(tx, token, Purpose.PASSWORD)
                .map(link -> tx.mapper(HostMapper.class).find(link.hostId())));
  }

  /// Gives the host of a mailed link another password, once.
  public ResetOutcome reset(String token, String password) {
    Host host = look(token).orElse(null);
    if (host == null) {
      return new ResetOutcome.LinkExpired();
    }
    Optional<Weakness> weakness = PasswordRules.of(host).weakness(password);
    if (weakness.isPresent()) {
      return new ResetOutcome.Weak(weakness.get());
    }
    // Hashed outside the transaction, since that takes long.
    String hash = Passwords.hash(password);
    return database.inTransaction(
        tx -> {
          List<Host> locked = Hosts.lock(tx, List.of(host.id()));
          return links.find(tx, token, Purpose.PASSWORD).isEmpty()
              ? new ResetOutcome.LinkExpired()
              : new ResetOutcome.Reset(change(tx, locked, hash, null));
        });
  }
}
