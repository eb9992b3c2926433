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
record BookingsPage(List<ApiBooking> bookings, @Nullable String nextCursor) {
  static BookingsPage from(
      ApiClient client, BookingsQuery query, int size, @Nullable String cursor) {
    ApiBookings page = client.bookings().listBookings(query.page(size, cursor));
    return new BookingsPage(page.bookings(), page.nextCursor());
  }

  /// Returns its rows. That takes its time, and is not for the window's thread.
  ///
  /// @param labels what the questions of event types are called
  /// @param above the date of the row above; null if there is none
  List<Row> rows(Map<UUID, String> labels, Words words, @Nullable LocalDate above) {
    @Nullable LocalDate before = above;
    List<Row> rows = new ArrayList<>();
    for (ApiBooking booking : bookings) {
      Meeting meeting = Meeting.of(booking, labels);
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
