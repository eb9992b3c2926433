package org.meetwright.core.booking.wish;

import java.util.UUID;
import org.meetwright.core.outbox.Delivery;
import org.meetwright.core.outbox.OutboxKind;
import org.meetwright.core.outbox.Patience;

/// The timer in the outbox that is due when a request to book expires unconfirmed.
public record ConfirmationExpiry(UUID confirmationId) {
  /// The outbox's kind of these messages.
  public static final OutboxKind<ConfirmationExpiry> KIND =
      new OutboxKind<>("confirmation-end", ConfirmationExpiry.class, Patience.TIMER);

  /// Returns what forgets the wishes that have expired.
  public static Delivery<ConfirmationExpiry> delivery(Confirmations confirmations) {
    return (expiry, message) -> confirmations.sweep();
  }
}
