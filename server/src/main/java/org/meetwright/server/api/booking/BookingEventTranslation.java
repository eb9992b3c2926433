package org.meetwright.server.api.booking;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.meetwright.core.booking.change.BookingSnapshot;
import org.meetwright.core.question.Answer;
import org.meetwright.server.api.model.booking.ApiBookingEvent;

/// Translates events of bookings for webhooks.
public final class BookingEventTranslation {
  private BookingEventTranslation() {}

  /// Returns what the webhooks of a booking's hosts are told.
  public static ApiBookingEvent toApi(BookingSnapshot snapshot, URI manageUrl) {
    BookingSnapshot.Previous previous = snapshot.previous();
    return new ApiBookingEvent(
        new ApiBookingEvent.SentBooking(
            BookingTranslation.toApi(snapshot.booking(), manageUrl), answers(snapshot)),
        previous == null ? null : new ApiBookingEvent.Previous(previous.start(), previous.end()),
        snapshot.reason());
  }

  private static List<ApiBookingEvent.Answer> answers(BookingSnapshot snapshot) {
    Map<UUID, Answer> left = new LinkedHashMap<>(snapshot.booking().answers());
    List<ApiBookingEvent.Answer> all = new ArrayList<>();
    snapshot
        .labels()
        .forEach(
            (id, label) -> {
              Answer answer = left.remove(id);
              if (answer != null) {
                all.add(new ApiBookingEvent.Answer(id, label, answer.value()));
              }
            });
    left.forEach((id, answer) -> all.add(new ApiBookingEvent.Answer(id, "", answer.value())));
    return all;
  }
}
