package org.meetwright.core.calendar.check;

import java.time.Instant;
import java.util.UUID;
import org.meetwright.core.outbox.Outbox.NewMessage;
import org.meetwright.core.outbox.OutboxKind;
import org.meetwright.core.outbox.Patience;

/// Says that a calendar did not answer when a time was taken, and has to be asked once more, as it
/// is stored in the outbox.
///
/// @param start the start of the booking then: with another one it was moved, and asked about anew
public record CollisionCheck(UUID bookingId, UUID calendarId, Instant start) {
  /// The outbox's kind of these messages. Their attempts last for three days.
  public static final OutboxKind<CollisionCheck> KIND =
      new OutboxKind<>("calendar-check", CollisionCheck.class, new Patience(24, 4, 8, 1));

  /// Returns the message.
  ///
  /// @param connectionId the account that is asked
  /// @param version that of the booking
  NewMessage message(UUID connectionId, int version, Instant due) {
    return KIND.message(
        KIND + "-" + bookingId + "-" + version + "-" + calendarId,
        connectionId.toString(),
        bookingId,
        this,
        due);
  }
}
