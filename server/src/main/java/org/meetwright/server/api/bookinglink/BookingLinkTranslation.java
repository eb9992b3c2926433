package org.meetwright.server.api.bookinglink;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.bookinglink.BookingLink;
import org.meetwright.core.bookinglink.BookingLinks;
import org.meetwright.server.api.exchange.ExportPart;
import org.meetwright.server.api.model.bookinglink.ApiBookingLink;

/// Translates booking links to the API.
public final class BookingLinkTranslation {
  private BookingLinkTranslation() {}

  /// Returns how the API tells a booking link.
  ///
  /// @param url where an invitee books with it; null to leave it out
  public static ApiBookingLink toApi(BookingLink link, @Nullable URI url) {
    return new ApiBookingLink(
        link.id(),
        link.eventTypeId(),
        link.maxUses(),
        link.uses(),
        link.expiresAt(),
        link.createdAt(),
        url == null ? null : url.toString());
  }

  /// Returns a host's booking links, for the export.
  public static ExportPart exported(BookingLinks links) {
    return ExportPart.of(
        "bookingLinks",
        host -> links.list(host.id()).stream().map(link -> toApi(link, null)).toList());
  }
}
