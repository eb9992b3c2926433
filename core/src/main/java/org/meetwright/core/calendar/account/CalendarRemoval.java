package org.meetwright.core.calendar.account;

import java.time.Instant;
import java.util.UUID;
import org.meetwright.core.outbox.Outbox.NewMessage;
import org.meetwright.core.outbox.OutboxKind;
import org.meetwright.core.outbox.Patience;

/// Says that an account is being disconnected, and is to be forgotten once the events of the host's
/// meetings are deleted there, as it is stored in the outbox.
public record CalendarRemoval(UUID connectionId, UUID hostId) {
  /// The outbox's kind of these messages.
  public static final OutboxKind<CalendarRemoval> KIND =
      new OutboxKind<>("calendar-removal", CalendarRemoval.class, new Patience(24, 4, 8, 1));

  /// Returns the message. Its lane is the host, so that what was given up is found.
  NewMessage message(Instant due) {
    return KIND.message(KIND + "-" + connectionId, hostId.toString(), null, this, due);
  }
}
