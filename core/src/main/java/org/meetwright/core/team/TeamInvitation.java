package org.meetwright.core.team;

import java.time.Instant;
import java.util.UUID;
import org.meetwright.core.outbox.Outbox.NewMessage;
import org.meetwright.core.value.Ids;
import tools.jackson.databind.json.JsonMapper;

/// A host is to be told that a team invites him, as it is kept in the outbox.
public record TeamInvitation(UUID teamId, UUID hostId, Instant at) {
  /// The outbox's kind of these messages.
  public static final String KIND = "team-invitation";

  private static final JsonMapper JSON = JsonMapper.shared();

  /// Reads an invitation from an outbox payload.
  public static TeamInvitation parse(String payload) {
    return JSON.readValue(payload, TeamInvitation.class);
  }

  NewMessage message() {
    return new NewMessage(KIND, KIND + "-" + Ids.next(), null, JSON.writeValueAsString(this), at);
  }
}
