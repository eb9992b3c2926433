package org.meetwright.server.api.model.news;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.api.model.booking.ApiBooking;

/// Something that a host is notified of.
///
/// @param id the same as that of the event in streams
/// @param type such as `booking.requested`
/// @param timestamp when it happened
/// @param booking what it is about, as it is now; null if it is about no booking, or that is gone
public record ApiNotification(
    long id,
    String type,
    Instant timestamp,
    boolean read,
    ApiEvent.Subject subject,
    @Nullable ApiBooking booking) {
  /// A page of them, the latest first.
  ///
  /// @param unread how many are not read, on all pages
  /// @param nextCursor where the next page begins; null if this is the last one
  public record Listing(
      List<ApiNotification> notifications, int unread, @Nullable String nextCursor) {}

  /// How many are not read.
  public record Unread(int unread) {}
}
