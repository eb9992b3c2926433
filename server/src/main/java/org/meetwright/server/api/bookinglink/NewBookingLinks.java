package org.meetwright.server.api.bookinglink;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;
import org.meetwright.core.bookinglink.BookingLinks;
import org.meetwright.core.bookinglink.BookingLinks.NewLink;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.team.Bookable;
import org.meetwright.core.team.Bookables;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.model.bookinglink.ApiBookingLink;
import org.meetwright.server.api.model.bookinglink.BookingLinkRequest;

/// Makes booking links, and tells their addresses.
///
/// @param publicUrl the server's address; without a slash at the end
public record NewBookingLinks(
    Bookables bookables,
    EventTypes eventTypes,
    BookingLinks bookingLinks,
    Supplier<URI> publicUrl) {

  /// Makes a link for an event type of a host.
  public ApiBookingLink add(UUID hostId, Fields body) {
    body.only(BookingLinkRequest.class);
    Instant expiresAt =
        body.optionalInstant("expiresAt").map(at -> at.truncatedTo(ChronoUnit.MICROS)).orElse(null);
    NewLink made =
        bookingLinks.add(hostId, body.id("eventTypeId"), body.number("maxUses", 1), expiresAt);
    return BookingLinkTranslation.toApi(made.link(), url(made));
  }

  private URI url(NewLink made) {
    EventType eventType = eventTypes.find(made.link().eventTypeId()).orElseThrow();
    Bookable who = bookables.find(eventType.pageId()).orElseThrow();
    String page = publicUrl.get() + "/" + who.handle().value() + "/" + eventType.slug();
    return URI.create(page + "?link=" + made.token());
  }
}
