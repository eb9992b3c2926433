package org.meetwright.server.client;

import java.util.List;
import java.util.UUID;
import org.meetwright.server.api.model.bookinglink.ApiBookingLink;
import org.meetwright.server.api.model.bookinglink.BookingLinkRequest;
import org.meetwright.server.api.model.eventtype.ApiEventType;
import org.meetwright.server.api.model.eventtype.EventTypeOrder;
import org.meetwright.server.api.model.eventtype.EventTypeRequest;
import org.meetwright.server.client.call.ApiExchange;
import org.meetwright.server.client.call.Call;

/// What can be booked with a host: event types and booking links.
public final class EventTypeCalls {
  private final ApiExchange exchange;

  EventTypeCalls(ApiExchange exchange) {
    this.exchange = exchange;
  }

  /// Returns all event types of the host.
  public List<ApiEventType> listEventTypes() {
    return exchange
        .send(Call.of("GET /api/v1/event-types"), ApiEventType.Listing.class)
        .eventTypes();
  }

  /// Puts event types of the host first in the list.
  ///
  /// @return all of them, in their new order
  public List<ApiEventType> orderEventTypes(EventTypeOrder request) {
    return exchange
        .send(Call.of("PATCH /api/v1/event-types"), request, ApiEventType.Listing.class)
        .eventTypes();
  }

  /// Adds an event type.
  public ApiEventType addEventType(EventTypeRequest request) {
    return exchange.send(Call.of("POST /api/v1/event-types"), request, ApiEventType.class);
  }

  /// Returns one.
  public ApiEventType getEventType(UUID id) {
    return exchange.send(Call.of("GET /api/v1/event-types/{id}", id), ApiEventType.class);
  }

  /// Puts another in place of one.
  public ApiEventType replaceEventType(UUID id, EventTypeRequest request) {
    return exchange.send(Call.of("PUT /api/v1/event-types/{id}", id), request, ApiEventType.class);
  }

  /// Deletes one.
  public void deleteEventType(UUID id) {
    exchange.answer(Call.of("DELETE /api/v1/event-types/{id}", id));
  }

  /// Returns all booking links of the host.
  public List<ApiBookingLink> listBookingLinks() {
    return exchange
        .send(Call.of("GET /api/v1/booking-links"), ApiBookingLink.Listing.class)
        .bookingLinks();
  }

  /// Makes a booking link.
  public ApiBookingLink addBookingLink(BookingLinkRequest request) {
    return exchange.send(Call.of("POST /api/v1/booking-links"), request, ApiBookingLink.class);
  }

  /// Deletes one.
  public void deleteBookingLink(UUID id) {
    exchange.answer(Call.of("DELETE /api/v1/booking-links/{id}", id));
  }
}
