package org.meetwright.core.email;

import java.util.UUID;
import org.meetwright.core.outbox.OutboxKind;
import org.meetwright.core.outbox.Patience;

/// A request to send a mail again, as it is stored in the outbox.
public record Resend(UUID emailId) {
  /// The outbox's kind of these messages. Who pauses mail pauses them too.
  public static final OutboxKind<Resend> KIND =
      new OutboxKind<>("mail-resend", Resend.class, Patience.OUTSIDE, "mail");
}
