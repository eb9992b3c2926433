package org.meetwright.server.api.model.colleague;

import org.jspecify.annotations.Nullable;

/// Which bookings of a team to list. Null anywhere means any.
///
/// @param from a date in the reader's zone or an instant, inclusive
/// @param to a date, inclusive, or an instant, exclusive
/// @param limit how many at most
/// @param cursor where the page begins
public record TeamBookingsQuery(
    @Nullable String from, @Nullable String to, @Nullable Integer limit, @Nullable String cursor) {}
