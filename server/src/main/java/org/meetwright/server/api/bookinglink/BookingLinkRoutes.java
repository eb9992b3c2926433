package org.meetwright.server.api.bookinglink;

import java.util.List;
import java.util.UUID;
import org.meetwright.core.bookinglink.BookingLinks;
import org.meetwright.core.host.Host;
import org.meetwright.server.api.exchange.Authentication;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.exchange.ListRoutes;
import org.meetwright.server.api.exchange.Query;
import org.meetwright.server.api.model.bookinglink.ApiBookingLink;

/// The booking links of a host's event types.
public final class BookingLinkRoutes extends ListRoutes<ApiBookingLink> {
  private final BookingLinks bookingLinks;
  private final NewBookingLinks newLinks;

  /// Creates the routes.
  public BookingLinkRoutes(NewBookingLinks newLinks, Authentication authentication) {
    super(
        authentication, new Naming<>("booking link", "booking-links", ApiBookingLink.Listing::new));
    this.bookingLinks = newLinks.bookingLinks();
    this.newLinks = newLinks;
  }

  @Override
  protected List<ApiBookingLink> list(Host host, Query query) {
    return bookingLinks.list(host.id()).stream()
        .map(link -> BookingLinkTranslation.toApi(link, null))
        .toList();
  }

  @Override
  protected ApiBookingLink add(Host host, Fields body) {
    return newLinks.add(host.id(), body);
  }

  @Override
  protected boolean delete(Host host, UUID id) {
    return bookingLinks.delete(host.id(), id);
  }
}
