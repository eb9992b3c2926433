package org.meetwright.core.booking.wish;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The outcome of a confirmation.
public sealed interface ConfirmOutcome
    permits WishOutcome.Booked,
        WishOutcome.Repeated,
        WishOutcome.SlotTaken,
        WishOutcome.NotOffered,
        WishOutcome.NotAdmitted,
        WishOutcome.Limited,
        ConfirmOutcome.Expired {
  /// It came too late, or what was requested is gone.
  ///
  /// @param eventTypeId what was to be booked; null if that is not known any more
  record Expired(@Nullable UUID eventTypeId) implements ConfirmOutcome {}
}
