package org.meetwright.server.api.bookinglink;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.bookinglink.BookingLink;
import org.meetwright.server.api.exchange.Identified;

/// A booking link, as the API tells it to its host.
///
/// @param maxUses how many bookings can be made with it
/// @param uses how many have been made
/// @param expiresAt from when on it can't be used; null if never
/// @param url where an invitee books with it; told once, when it is made
public record ApiBookingLink(
    UUID id,
    UUID eventTypeId,
    int maxUses,
    int uses,
    @Nullable Instant expiresAt,
    Instant createdAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String url)
    implements Identified {

  /// Returns how the API tells a booking link.
  public static ApiBookingLink of(BookingLink link, @Nullable URI url) {
    return new ApiBookingLink(
        link.id(),
        link.eventTypeId(),
        link.maxUses(),
        link.uses(),
        link.expiresAt(),
        link.createdAt(),
        url == null ? null : url.toString());
  }
}
