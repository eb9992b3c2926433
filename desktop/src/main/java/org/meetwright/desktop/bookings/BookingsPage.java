package org.meetwright.desktop.bookings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.meeting.Meeting;
import org.meetwright.desktop.text.Words;
import org.meetwright.server.api.model.booking.ApiBooking;
import org.meetwright.server.api.model.booking.ApiBookings;
import org.meetwright.server.api.model.booking.BookingsQuery;
import org.meetwright.server.client.ApiClient;

/// A page of bookings.
///
/// @param nextCursor where the next page begins; null if this is the last one
record BookingsPage(
    List<ApiBooking> bookings, @Nullable String nextCursor, Map<UUID, String> questions) {
  static BookingsPage from(
      ApiClient client, BookingsQuery query, int size, @Nullable String cursor) {
    ApiBookings page = client.bookings().listBookings(query.page(size, cursor));
    return new BookingsPage(page.bookings(), page.nextCursor(), Map.of());
  }

  BookingsPage with(Map<UUID, String> labels) {
    return new BookingsPage(bookings, nextCursor, labels);
  }

  /// Returns rows.
  ///
  /// @param above the rows before them
  static List<Row> rows(
      List<ApiBooking> bookings, Map<UUID, String> questions, Words words, List<Row> above) {
    @Nullable LocalDate before =
        above.isEmpty() ? null : words.date(above.getLast().meeting().start());
    List<Row> rows = new ArrayList<>();
    for (ApiBooking booking : bookings) {
      Meeting meeting = Meeting.of(booking, questions);
      LocalDate day = words.date(meeting.start());
      rows.add(
          new Row(
              meeting,
              day.equals(before) ? "" : words.fullDay(day),
              words.span(meeting.start(), meeting.end())));
      before = day;
    }
    return rows;
  }
}
