package org.meetwright.core.booking.wish;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.desk.BookOutcome;

/// What became of a confirmation.
public sealed interface ConfirmOutcome {
  /// What the wish was answered; a repeat if it was confirmed before.
  record Answered(BookOutcome outcome) implements ConfirmOutcome {}

  /// It came too late.
  ///
  /// @param eventTypeId what was to be booked; null if that is not known any more
  record Expired(@Nullable UUID eventTypeId) implements ConfirmOutcome {}
}
