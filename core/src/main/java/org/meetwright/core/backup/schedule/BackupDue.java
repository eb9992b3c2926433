package org.meetwright.core.backup.schedule;

import java.util.UUID;
import org.meetwright.core.outbox.OutboxKind;
import org.meetwright.core.outbox.Patience;

/// A backup is to be made; the message comes back after each, until its schedule is gone.
public record BackupDue(UUID scheduleId) {
  /// The outbox's kind of its messages.
  public static final OutboxKind<BackupDue> KIND =
      new OutboxKind<>("backup", BackupDue.class, Patience.ALONE);
}
