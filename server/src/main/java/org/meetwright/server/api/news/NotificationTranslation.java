package org.meetwright.server.api.news;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.news.NewsItem;
import org.meetwright.core.news.NewsKind.Subject;
import org.meetwright.server.api.booking.BookingTranslation;
import org.meetwright.server.api.model.booking.ApiBooking;
import org.meetwright.server.api.model.news.ApiEvent;
import org.meetwright.server.api.model.news.ApiNotification;

/// Translates notifications to the API.
public final class NotificationTranslation {
  private NotificationTranslation() {}

  /// Returns a host's notification.
  public static ApiNotification toApi(NewsItem item, UUID hostId, boolean read, Bookings bookings) {
    return new ApiNotification(
        item.number(),
        item.kind().word(),
        item.at(),
        read,
        new ApiEvent.Subject(item.kind().subject().word(), item.subjectId()),
        item.kind().subject() == Subject.BOOKING ? booking(item, hostId, bookings) : null);
  }

  /// One that went to a colleague is not his any more.
  private static @Nullable ApiBooking booking(NewsItem item, UUID hostId, Bookings bookings) {
    return bookings
        .find(item.subjectId())
        .filter(booking -> booking.isWith(hostId))
        .map(booking -> BookingTranslation.toApi(booking, null))
        .orElse(null);
  }
}
