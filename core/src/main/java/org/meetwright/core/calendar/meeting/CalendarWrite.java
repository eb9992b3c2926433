package org.meetwright.core.calendar.meeting;

import java.time.Instant;
import java.util.UUID;
import org.meetwright.core.outbox.Outbox.NewMessage;
import org.meetwright.core.outbox.OutboxKind;
import org.meetwright.core.outbox.Patience;

/// Says that a host's calendar is to agree with a meeting, as it is stored in the outbox. It does
/// not say how: what should stand there is found when it is delivered, so that order and repeats do
/// not matter.
///
/// @param look whether to look at what stands there even if it should be right
public record CalendarWrite(UUID meetingId, UUID hostId, boolean look) {
  /// The outbox's kind of these messages. Their attempts last for three days.
  public static final OutboxKind<CalendarWrite> KIND =
      new OutboxKind<>("calendar-write", CalendarWrite.class, new Patience(24, 8, 16, 2));

  /// Returns the message. It names no booking, so that no erasure takes it away: it tells nothing
  /// of anyone.
  ///
  /// @param connectionId the account that is written into
  /// @param why what makes it new: at most 90 characters
  NewMessage message(UUID connectionId, String why, Instant due) {
    return KIND.message(
        KIND + "-" + meetingId + "-" + hostId + "-" + why,
        connectionId.toString(),
        null,
        this,
        due);
  }
}
