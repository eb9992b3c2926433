package org.meetwright.core.account.invitation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Caller;
import org.meetwright.core.access.Passwords;
import org.meetwright.core.access.password.PasswordRules;
import org.meetwright.core.access.password.Weakness;
import org.meetwright.core.access.signed.InstallationKey;
import org.meetwright.core.access.signed.SignedIds;
import org.meetwright.core.account.AccountMail.Event;
import org.meetwright.core.account.AccountMails;
import org.meetwright.core.database.Database;
import org.meetwright.core.host.Handles;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.host.Hosts.NewHost;
import org.meetwright.core.host.Profile;
import org.meetwright.core.host.Role;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Handle;
import org.meetwright.core.value.Ids;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;

/// Invites people to become hosts. A link is mailed that works once, for a week; inviting someone
/// again makes the earlier link worthless.
public final class HostInvitations {
  /// How long a link is good.
  public static final Duration LASTS = Duration.ofDays(7);

  /// How many people may be invited at a time.
  static final int MOST = 1000;

  private final Database database;
  private final InstantSource clock;
  private final Hosts hosts;
  private final AccountMails mails;
  private final SignedIds tokens;

  /// Creates the service.
  public HostInvitations(
      Database database,
      InstantSource clock,
      Hosts hosts,
      AccountMails mails,
      InstallationKey key) {
    this.database = database;
    this.clock = clock;
    this.hosts = hosts;
    this.mails = mails;
    this.tokens = new SignedIds(key, "host invitation");
  }

  /// What is told about someone who is invited.
  ///
  /// @param handle a suggestion; null for none
  /// @param name a suggestion; may be empty
  /// @param timeZone a suggestion; null for none
  /// @param locale the language of the mail
  public record Invited(
      EmailAddress email,
      @Nullable Handle handle,
      String name,
      @Nullable ZoneId timeZone,
      Locale locale) {
    /// Checks it.
    ///
    /// @throws InvalidValueException if the name is too long or not one line
    public Invited {
      name = Text.optionalLine("name", name, Profile.LONGEST_NAME);
    }
  }

  /// What a newcomer chooses.
  ///
  /// @param locale the language of his mail
  public record Newcomer(
      Handle handle, String name, ZoneId timeZone, Locale locale, String password) {
    /// Checks it.
    ///
    /// @throws InvalidValueException if the name is empty, too long or not one line
    public Newcomer {
      name = Text.line("name", name, Profile.LONGEST_NAME);
    }

    /// Leaves the secret out.
    @Override
    public String toString() {
      return "Newcomer " + handle;
    }
  }

  /// Who invites.
  ///
  /// @param hostId null for whoever runs the command line
  /// @param tokenId the API token that is used; null for none
  record Inviter(@Nullable UUID hostId, @Nullable UUID tokenId) {}

  /// Invites someone as whoever runs the command line, and has the link mailed.
  ///
  /// @throws InvalidValueException (field `email`) if the address is a host's, or too many are
  ///   invited already; (field `handle`) if the suggested one is taken
  public HostInvitation invite(Invited invited) {
    return invite(invited, new Inviter(null, null));
  }

  /// Invites someone as an admin, and has the link mailed. The link ends with the rights of the
  /// admin, and with the API token: anyone who had got hold of it would otherwise become a host
  /// with it later.
  ///
  /// @throws InvalidValueException as [#invite(Invited)]
  public HostInvitation invite(Caller admin, Invited invited) {
    UUID token = admin.session() ? null : admin.credential();
    return invite(invited, new Inviter(admin.host().id(), token));
  }

  private HostInvitation invite(Invited invited, Inviter inviter) {
    Instant now = now();
    HostInvitation invitation =
        new HostInvitation(
            Ids.next(),
            invited.email(),
            invited.handle(),
            invited.name(),
            invited.timeZone(),
            invited.locale(),
            now,
            now.plus(LASTS));
    return database.inTransaction(
        tx -> {
          HostInvitationMapper mapper = tx.mapper(HostInvitationMapper.class);
          mapper.deleteExpired(now);
          mapper.deleteTo(invitation.email().key());
          Hosts.refuseTaken(tx, invitation.id(), invitation.email());
          Handle handle = invitation.handle();
          if (handle != null) {
            Handles.refuseTaken(tx, handle);
          }
          if (mapper.count() >= MOST) {
            throw new InvalidValueException(
                "email", "can't be invited: " + MOST + " people are invited and have not answered");
          }
          mapper.insert(invitation, inviter);
          mails.put(tx, Event.INVITED, null, invitation.email(), null);
          return invitation;
        });
  }

  /// Returns the invitation that was mailed to an address; empty if none is open.
  public Optional<HostInvitation> find(EmailAddress email) {
    return database.read(
        tx ->
            Optional.ofNullable(tx.mapper(HostInvitationMapper.class).findTo(email.key(), now())));
  }

  /// Returns the token of an invitation's link.
  public String token(HostInvitation invitation) {
    return tokens.token(invitation.id());
  }

  /// Returns the invitation of a link; empty if it can't be used. Nothing is changed.
  public Optional<HostInvitation> look(String token) {
    return tokens
        .id(token)
        .flatMap(
            id ->
                database.read(
                    tx ->
                        Optional.ofNullable(
                            tx.mapper(HostInvitationMapper.class).find(id, now()))));
  }

  /// Makes the one who has a link a host, once.
  public JoinOutcome join(String token, Newcomer newcomer) {
    HostInvitation invitation = look(token).orElse(null);
    if (invitation == null) {
      return new JoinOutcome.Gone();
    }
    PasswordRules rules = PasswordRules.of(newcomer.handle(), newcomer.name(), invitation.email());
    Optional<Weakness> weakness = rules.weakness(newcomer.password());
    if (weakness.isPresent()) {
      return new JoinOutcome.Weak(weakness.get());
    }
    // Hashed outside the transaction, since that takes long.
    String hash = Passwords.hash(newcomer.password());
    try {
      return join(invitation, newcomer, hash);
    } catch (InvalidValueException taken) {
      return taken.field().equals("handle")
          ? new JoinOutcome.HandleTaken()
          : new JoinOutcome.Gone();
    } catch (RuntimeException failed) {
      if (!Database.refusedByConstraint(failed)) {
        throw failed;
      }
      // Another one was quicker: with the handle, or with this very link.
      return look(token).isPresent() ? new JoinOutcome.HandleTaken() : new JoinOutcome.Gone();
    }
  }

  private JoinOutcome join(HostInvitation invitation, Newcomer newcomer, String hash) {
    UUID id = invitation.id();
    return database.inTransaction(
        tx -> {
          if (tx.mapper(HostInvitationMapper.class).use(id, now()) == 0) {
            return new JoinOutcome.Gone();
          }
          Host host =
              hosts.add(
                  tx,
                  new NewHost(
                      newcomer.handle(),
                      newcomer.name(),
                      invitation.email(),
                      newcomer.timeZone(),
                      newcomer.locale(),
                      hash,
                      Role.HOST));
          return new JoinOutcome.Joined(host);
        });
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
