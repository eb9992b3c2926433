package org.meetwright.core.webhook.delivery;

import java.time.Instant;
import java.util.UUID;
import org.meetwright.core.outbox.OutboxKind;
import org.meetwright.core.outbox.Patience;

/// The notice to a host that a webhook was switched off.
///
/// @param failingSince since when every attempt had failed
/// @param error why the last one failed
/// @param at when it was switched off
public record SwitchedOffNotice(UUID webhookId, Instant failingSince, String error, Instant at) {
  /// The outbox's kind of these messages.
  public static final OutboxKind<SwitchedOffNotice> KIND =
      new OutboxKind<>("webhook-off", SwitchedOffNotice.class, Patience.OUTSIDE);
}
