package org.meetwright.core.booking.wish;

import java.util.UUID;
import org.meetwright.core.outbox.OutboxKind;
import org.meetwright.core.outbox.Patience;

/// The mail in the outbox that asks an invitee to confirm a request to book.
public record ConfirmationNotice(UUID confirmationId) {
  /// The outbox's kind of these messages.
  public static final OutboxKind<ConfirmationNotice> KIND =
      new OutboxKind<>("confirmation", ConfirmationNotice.class, Patience.OUTSIDE);
}
