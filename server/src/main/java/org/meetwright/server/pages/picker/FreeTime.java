package org.meetwright.server.pages.picker;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A time that can be booked.
///
/// @param seatsLeft how many can still book it; null unless invitees share the meeting
public record FreeTime(Instant start, @Nullable Integer seatsLeft) {}
