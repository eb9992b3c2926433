package org.meetwright.core.booking.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.slot.Reason;

/// The outcome of a request to change a booking.
public sealed interface ChangeOutcome {
  /// Returns the word that stands for it in metrics.
  default String word() {
    return switch (this) {
      case Changed changed -> "changed";
      case NotFound notFound -> "not_found";
      case SlotTaken taken -> "slot_taken";
      case NotOffered notOffered -> "not_offered";
      case TooManyMoves tooMany -> "too_many_moves";
      case VersionConflict conflict -> "version_conflict";
      case NotPossible notPossible -> "not_possible";
    };
  }

  /// The change is made and on disk, or was made before.
  record Changed(Booking booking) implements ChangeOutcome {}

  /// There is no such booking, or it is not the host's.
  record NotFound() implements ChangeOutcome {}

  /// Someone else has the time; nothing was changed.
  record SlotTaken() implements ChangeOutcome {}

  /// The time is not offered; nothing was changed.
  ///
  /// @param reasons all that apply, at least one
  record NotOffered(List<Reason> reasons) implements ChangeOutcome {}

  /// The invitee has moved the booking too often; nothing was changed.
  ///
  /// @param again from when on it can be moved
  /// @param retryAfter how long until then, whole seconds
  record TooManyMoves(Instant again, Duration retryAfter) implements ChangeOutcome {}

  /// The booking has been changed since the caller read it.
  ///
  /// @param version its version now
  record VersionConflict(int version) implements ChangeOutcome {}

  /// The booking is not, or no longer, in a state that allows it.
  ///
  /// @param why one sentence with the next step
  record NotPossible(String why) implements ChangeOutcome {}
}
