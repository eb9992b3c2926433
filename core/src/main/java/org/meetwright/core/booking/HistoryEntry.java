package org.meetwright.core.booking;

import java.time.Instant;
import java.util.UUID;

/// Something that was done to a booking.
///
/// @param actor the word of an [Actor]
/// @param action booked, requested, confirmed, declined, rescheduled, cancelled or no_show
/// @param detail what exactly; may be empty
public record HistoryEntry(
    UUID id, UUID bookingId, Instant happenedAt, String actor, String action, String detail) {}
