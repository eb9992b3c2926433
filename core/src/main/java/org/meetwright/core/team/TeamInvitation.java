package org.meetwright.core.team;

import java.time.Instant;
import java.util.UUID;
import org.meetwright.core.outbox.Outbox.NewMessage;
import org.meetwright.core.outbox.OutboxKind;
import org.meetwright.core.outbox.Patience;
import org.meetwright.core.value.Ids;

/// The notice to a host about an invitation to a team, as it is stored in the outbox.
public record TeamInvitation(UUID teamId, UUID hostId, Instant at) {
  /// The outbox's kind of these messages.
  public static final OutboxKind<TeamInvitation> KIND =
      new OutboxKind<>("team-invitation", TeamInvitation.class, Patience.OUTSIDE);

  NewMessage message() {
    return KIND.message(KIND + "-" + Ids.next(), null, this, at);
  }
}
