package org.meetwright.core.booking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that was done to a booking.
///
/// @param actor the word of an [Actor]
/// @param actorHandle the handle of the host who did it; null if it was no host
/// @param action the word of a [BookingEvent]
/// @param detail what exactly; may be empty
/// @param reason the reason given for it; may be empty
public record HistoryEntry(
    Instant happenedAt,
    String actor,
    @Nullable String actorHandle,
    String action,
    String detail,
    String reason) {

  /// Returns what was done.
  public BookingEvent event() {
    return BookingEvent.of(action);
  }

  /// Returns what exactly was done, and why; may be empty.
  public String detailAndReason() {
    return detail.isEmpty() || reason.isEmpty() ? detail + reason : detail + ": " + reason;
  }
}
