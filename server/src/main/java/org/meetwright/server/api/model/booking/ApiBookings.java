package org.meetwright.server.api.model.booking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of bookings, as the API shows it.
///
/// @param nextCursor where the next page begins; null if this is the last one
public record ApiBookings(List<ApiBooking> bookings, @Nullable String nextCursor) {}
