package org.meetwright.server.mail.invitation;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.limit.RateLimit;
import org.meetwright.core.limit.RateLimits;
import org.meetwright.core.outbox.Delivery;
import org.meetwright.core.outbox.Message;
import org.meetwright.core.team.Membership;
import org.meetwright.core.team.Memberships;
import org.meetwright.core.team.TeamInvitation;
import org.meetwright.core.team.TeamMembership;
import org.meetwright.server.mail.UnstoredMails;
import org.meetwright.server.mail.letter.Letter;
import org.meetwright.server.mail.letter.Letter.Action;
import org.meetwright.server.mail.letter.Letter.Row;
import org.meetwright.server.mail.letter.Letter.Tone;
import org.meetwright.server.text.Texts;
import org.meetwright.server.text.Translations;

/// Tells a host by mail about an invitation to a team.
public final class InvitationMail implements Delivery<TeamInvitation> {
  /// How many of these mails a host gets; invitations beyond stand in his account all the same.
  static final RateLimit MAILS = new RateLimit(5, Duration.ofDays(1));

  private static final String TEXTS = "org.meetwright.server.mail.texts";

  private final Hosts hosts;
  private final Memberships memberships;
  private final RateLimits rateLimits;
  private final Supplier<URI> publicUrl;
  private final UnstoredMails mails;

  /// Creates the delivery.
  ///
  /// @param publicUrl the address under which hosts reach the server, without a slash at the end
  public InvitationMail(
      Hosts hosts,
      Memberships memberships,
      RateLimits rateLimits,
      Supplier<URI> publicUrl,
      UnstoredMails mails) {
    this.hosts = hosts;
    this.memberships = memberships;
    this.rateLimits = rateLimits;
    this.publicUrl = publicUrl;
    this.mails = mails;
  }

  /// Sends the mail while the invitation waits.
  ///
  /// @throws PermanentFailure if it can never be sent
  /// @throws MessagingException if it could not be sent now
  /// @throws IOException if it could not be written now
  @Override
  public void deliver(TeamInvitation invitation, Message message)
      throws PermanentFailure, MessagingException, IOException {
    Host host = hosts.find(invitation.hostId()).filter(Host::active).orElse(null);
    TeamMembership membership =
        memberships
            .find(invitation.hostId(), invitation.teamId())
            .filter(found -> found.membership() == Membership.INVITED)
            .orElse(null);
    if (host != null && membership != null && mayBeSent(message, host)) {
      Letter letter = letter(membership, host);
      mails.send(message.dedupeKey(), invitation.at(), host.email(), host.name(), letter);
    }
  }

  /// Counts a mail once, however often it is tried.
  private boolean mayBeSent(Message message, Host host) {
    return message.attempts() > 1
        || rateLimits.take("team invitations to " + host.id(), MAILS).isZero();
  }

  private Letter letter(TeamMembership membership, Host host) {
    Locale locale = Translations.readable(host.locale());
    Texts texts = Texts.of(TEXTS, locale);
    String owner = membership.owner().name();
    return new Letter(
        locale.toLanguageTag(),
        texts.get("subject.invited", owner, membership.name()),
        texts.get("heading.invited"),
        membership.name(),
        Tone.WAITING,
        texts.get("lead.invited", owner),
        List.of(
            Row.of(texts.get("row.team"), membership.name()),
            Row.of(texts.get("row.owner"), owner)),
        new Action(texts.get("action.invited"), URI.create(publicUrl.get() + "/account/teams")),
        texts.get("footer.invited"));
  }
}
