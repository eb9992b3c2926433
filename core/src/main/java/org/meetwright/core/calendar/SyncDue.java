package org.meetwright.core.calendar;

import java.time.Instant;
import java.util.UUID;
import org.meetwright.core.outbox.Outbox.NewMessage;
import org.meetwright.core.outbox.OutboxKind;
import org.meetwright.core.outbox.Patience;

/// That the calendars of an account are to be read. Each account has one such message, which comes
/// back after every round.
public record SyncDue(UUID connectionId) {
  /// The outbox's kind of these messages.
  public static final OutboxKind<SyncDue> KIND =
      new OutboxKind<>("calendar-sync", SyncDue.class, new Patience(12, 4, 8, 1));

  /// Returns the message of an account.
  public static NewMessage message(UUID connectionId, Instant dueAt) {
    return KIND.message(
        key(connectionId), connectionId.toString(), null, new SyncDue(connectionId), dueAt);
  }

  /// Returns the dedupe key of an account's message.
  public static String key(UUID connectionId) {
    return KIND + "-" + connectionId;
  }
}
