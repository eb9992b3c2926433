package org.meetwright.server.mail.account;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.account.AccountMail;
import org.meetwright.core.account.AccountMail.Event;
import org.meetwright.core.account.AccountMails;
import org.meetwright.core.account.EmailChanges;
import org.meetwright.core.account.MailedLinks;
import org.meetwright.core.account.MailedLinks.Purpose;
import org.meetwright.core.account.invitation.HostInvitations;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.outbox.Delivery;
import org.meetwright.core.outbox.Message;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.mail.UnstoredMails;
import org.meetwright.server.mail.letter.Letter;

/// Sends the mails about hosts' accounts. Links with a secret are made here, at the last moment;
/// only the mail contains them.
public final class AccountMailDelivery implements Delivery<AccountMail.Waiting> {
  private final InstantSource clock;
  private final Hosts hosts;
  private final AccountMails accountMails;
  private final MailedLinks mailedLinks;
  private final EmailChanges emailChanges;
  private final HostInvitations hostInvitations;
  private final Supplier<URI> publicUrl;
  private final UnstoredMails mails;

  /// Creates the delivery.
  ///
  /// @param publicUrl the address under which hosts reach the server, without a slash at the end
  public AccountMailDelivery(
      InstantSource clock,
      Hosts hosts,
      AccountMails accountMails,
      MailedLinks mailedLinks,
      EmailChanges emailChanges,
      HostInvitations hostInvitations,
      Supplier<URI> publicUrl,
      UnstoredMails mails) {
    this.clock = clock;
    this.hosts = hosts;
    this.accountMails = accountMails;
    this.mailedLinks = mailedLinks;
    this.emailChanges = emailChanges;
    this.hostInvitations = hostInvitations;
    this.publicUrl = publicUrl;
    this.mails = mails;
  }

  /// Sends a mail that is still needed, and forgets it.
  ///
  /// @throws PermanentFailure if it can never be sent
  /// @throws MessagingException if it could not be sent now
  /// @throws IOException if it could not be written now
  @Override
  public void deliver(AccountMail.Waiting waiting, Message message)
      throws PermanentFailure, MessagingException, IOException {
    AccountMail mail = accountMails.find(waiting).orElse(null);
    if (mail == null) {
      return;
    }
    Letter letter = letter(mail);
    if (letter != null) {
      // The name is left out: who reads it need not be the host.
      mails.send(message.dedupeKey(), mail.createdAt(), mail.recipient(), "", letter);
    }
    accountMails.forget(mail);
  }

  private @Nullable Letter letter(AccountMail mail) {
    if (mail.event() == Event.INVITED) {
      return hostInvitations
          .find(mail.recipient())
          .map(
              invitation ->
                  InvitationLetter.of(
                      invitation, hostInvitations.token(invitation), publicUrl.get()))
          .orElse(null);
    }
    return host(mail).map(host -> letter(mail, host)).orElse(null);
  }

  private Optional<Host> host(AccountMail mail) {
    return mail.hostId() == null ? hosts.find(mail.recipient()) : hosts.find(mail.hostId());
  }

  private @Nullable Letter letter(AccountMail mail, Host host) {
    AccountLetters letters = new AccountLetters(host, publicUrl.get());
    return switch (mail.event()) {
      case EMAIL_CONFIRM ->
          emailChanges
              .pending(host.id())
              .filter(pending -> pending.email().equals(mail.recipient()))
              .map(
                  pending ->
                      letters.confirm(
                          pending,
                          mailedLinks.make(
                              host.id(), Purpose.EMAIL, pending.email(), pending.expiresAt())))
              .orElse(null);
      case EMAIL_ASKED -> letters.asked(new EmailAddress(mail.about()));
      case EMAIL_CHANGED -> letters.changed(new EmailAddress(mail.about()));
      case PASSWORD_LINK ->
          host.passwordHash() == null ? letters.noPassword() : link(letters, host);
      case PASSWORD_CHANGED -> letters.newPassword(mail.createdAt());
      case INVITED -> null;
    };
  }

  private Letter link(AccountLetters letters, Host host) {
    var expiresAt = clock.instant().plus(Purpose.PASSWORD.lasts());
    String token = mailedLinks.make(host.id(), Purpose.PASSWORD, host.email(), expiresAt);
    return letters.forgotten(expiresAt, token);
  }
}
