package org.meetwright.server.api.bookinglink;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.meetwright.core.bookinglink.BookingLinks;
import org.meetwright.core.bookinglink.BookingLinks.NewLink;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.host.Host;
import org.meetwright.core.team.Bookable;
import org.meetwright.core.team.Bookables;
import org.meetwright.server.api.exchange.Authentication;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.exchange.ListRoutes;
import org.meetwright.server.api.exchange.Query;
import org.meetwright.server.api.model.bookinglink.ApiBookingLink;
import org.meetwright.server.api.model.bookinglink.BookingLinkRequest;

/// The booking links of a host's event types.
public final class BookingLinkRoutes extends ListRoutes<ApiBookingLink> {
  private final Bookables bookables;
  private final EventTypes eventTypes;
  private final BookingLinks bookingLinks;
  private final Supplier<URI> publicUrl;

  /// Creates the routes.
  ///
  /// @param publicUrl the server's address, for links; without a slash at the end
  public BookingLinkRoutes(
      Bookables bookables,
      EventTypes eventTypes,
      BookingLinks bookingLinks,
      Authentication authentication,
      Supplier<URI> publicUrl) {
    super(authentication, new Kind<>("booking link", "booking-links", ApiBookingLink.Listing::new));
    this.bookables = bookables;
    this.eventTypes = eventTypes;
    this.bookingLinks = bookingLinks;
    this.publicUrl = publicUrl;
  }

  @Override
  protected List<ApiBookingLink> list(Host host, Query query) {
    return bookingLinks.list(host.id()).stream()
        .map(link -> BookingLinkTranslation.toApi(link, null))
        .toList();
  }

  @Override
  protected ApiBookingLink add(Host host, Fields body) {
    body.only(BookingLinkRequest.class);
    Instant expiresAt =
        body.optionalInstant("expiresAt").map(at -> at.truncatedTo(ChronoUnit.MICROS)).orElse(null);
    NewLink made =
        bookingLinks.add(host.id(), body.id("eventTypeId"), body.number("maxUses", 1), expiresAt);
    return BookingLinkTranslation.toApi(made.link(), url(made));
  }

  private URI url(NewLink made) {
    EventType eventType = eventTypes.find(made.link().eventTypeId()).orElseThrow();
    Bookable who = bookables.find(eventType.pageId()).orElseThrow();
    String page = publicUrl.get() + "/" + who.handle().value() + "/" + eventType.slug();
    return URI.create(page + "?link=" + made.token());
  }

  @Override
  protected boolean delete(Host host, UUID id) {
    return bookingLinks.delete(host.id(), id);
  }
}
