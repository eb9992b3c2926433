package org.meetwright.server.api.model.booking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The filter of a request for bookings. A null component does not filter.
///
/// @param from an instant, or a date in the host's zone; inclusive
/// @param to an instant, exclusive, or a date in the host's zone, inclusive
/// @param status pending, confirmed, cancelled or declined
/// @param eventType an id or a slug
/// @param q a part of the invitee's name or e-mail address
/// @param limit how many to tell at most
/// @param cursor the `nextCursor` of the page before
public record BookingsQuery(
    @Nullable String from,
    @Nullable String to,
    @Nullable String status,
    @Nullable String eventType,
    @Nullable String q,
    @Nullable Integer limit,
    @Nullable String cursor) {
  /// Asks for all that start at an instant or later.
  public static BookingsQuery from(Instant from) {
    return new BookingsQuery(from.toString(), null, null, null, null, null, null);
  }

  /// Returns the query for another page.
  public BookingsQuery page(int limit, @Nullable String cursor) {
    return new BookingsQuery(from, to, status, eventType, q, limit, cursor);
  }
}
