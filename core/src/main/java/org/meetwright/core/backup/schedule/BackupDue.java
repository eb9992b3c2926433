package org.meetwright.core.backup.schedule;

import java.util.UUID;
import org.meetwright.core.outbox.Kind;
import org.meetwright.core.outbox.Patience;

/// A backup is to be made; the message comes back after each, until its schedule is gone.
public record BackupDue(UUID scheduleId) {
  /// The outbox's kind of its messages.
  public static final Kind<BackupDue> KIND = new Kind<>("backup", BackupDue.class, Patience.ALONE);
}
