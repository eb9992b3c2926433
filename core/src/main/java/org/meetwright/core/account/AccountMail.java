package org.meetwright.core.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.outbox.OutboxKind;
import org.meetwright.core.outbox.Patience;
import org.meetwright.core.value.EmailAddress;

/// A mail about a host's account that waits to be sent.
///
/// @param hostId null where only an address is known
/// @param about another address that it mentions; may be empty
public record AccountMail(
    UUID id,
    @Nullable UUID hostId,
    Event event,
    EmailAddress recipient,
    String about,
    Instant createdAt) {
  /// The outbox's kind of the messages that have one sent.
  public static final OutboxKind<Waiting> KIND =
      new OutboxKind<>("account-mail", Waiting.class, Patience.OUTSIDE);

  /// What the message carries: the outbox keeps its messages for long, so it names nobody.
  public record Waiting(UUID mailId) {}

  /// What it is about.
  public enum Event {
    /// Someone asks whether this address may become a host's.
    EMAIL_CONFIRM,
    /// Another address was asked for; to the old one.
    EMAIL_ASKED,
    /// Another address is in force; to the old one.
    EMAIL_CHANGED,
    /// Someone has forgotten the password of this address, if it is a host's.
    PASSWORD_LINK,
    /// There is another password.
    PASSWORD_CHANGED,
    /// An admin invites the reader to become a host.
    INVITED
  }
}
