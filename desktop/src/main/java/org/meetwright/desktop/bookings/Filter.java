package org.meetwright.desktop.bookings;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.api.model.booking.BookingsQuery;

/// Which bookings are listed.
///
/// @param text a part of the invitee's name or address; empty for all
/// @param status a word of the API; empty for all
/// @param eventType a slug; empty for all
record Filter(String text, Span span, String status, String eventType) {
  private static final int DAYS_BACK = 30;

  /// From when to when. Its words are `bookings.span.NAME`.
  enum Span {
    /// From today on.
    COMING,
    /// The thirty days before today.
    RECENT,
    /// All that there are.
    ALL
  }

  BookingsQuery query(LocalDate today) {
    @Nullable String from =
        switch (span) {
          case COMING -> today.toString();
          case RECENT -> today.minusDays(DAYS_BACK).toString();
          case ALL -> null;
        };
    @Nullable String to = span == Span.RECENT ? today.minusDays(1).toString() : null;
    return new BookingsQuery(
        from, to, filled(status), filled(eventType), filled(text.strip()), null, null);
  }

  private static @Nullable String filled(String value) {
    return value.isEmpty() ? null : value;
  }
}
