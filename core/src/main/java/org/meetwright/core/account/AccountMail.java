package org.meetwright.core.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.EmailAddress;

/// A mail about a host's account that waits to be sent.
///
/// @param hostId null where only an address is known
/// @param about another address that it tells of; may be empty
public record AccountMail(
    UUID id,
    @Nullable UUID hostId,
    Event event,
    EmailAddress recipient,
    String about,
    Instant createdAt) {
  /// The outbox's kind of these messages. Their payload is the id alone.
  public static final String KIND = "account-mail";

  /// What it tells of.
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
    PASSWORD_CHANGED
  }
}
