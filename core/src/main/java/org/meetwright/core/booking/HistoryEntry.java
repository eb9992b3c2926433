package org.meetwright.core.booking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that was done to a booking.
///
/// @param actor the word of an [Actor]
/// @param actorHandle the handle of the host who did it; null if it was no host
/// @param action booked, requested, confirmed, declined, rescheduled, cancelled, no_show or erased
/// @param detail what exactly; may be empty
public record HistoryEntry(
    Instant happenedAt, String actor, @Nullable String actorHandle, String action, String detail) {}
