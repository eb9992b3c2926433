package org.meetwright.server.client;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.api.model.booking.ApiBooking;
import org.meetwright.server.api.model.booking.ApiBookings;
import org.meetwright.server.api.model.booking.BookingsQuery;
import org.meetwright.server.api.model.booking.ReasonRequest;
import org.meetwright.server.api.model.booking.RescheduleRequest;
import org.meetwright.server.api.model.explain.ApiExplanation;
import org.meetwright.server.api.model.feed.ApiFeed;
import org.meetwright.server.api.model.feed.FeedRequest;
import org.meetwright.server.api.model.slot.ApiSlots;
import org.meetwright.server.api.model.slot.SlotsQuery;
import org.meetwright.server.client.call.ApiExchange;
import org.meetwright.server.client.call.Call;

/// What is booked with the host, and the calendar feeds that tell of it.
public final class BookingCalls {
  private final ApiExchange exchange;

  BookingCalls(ApiExchange exchange) {
    this.exchange = exchange;
  }

  /// Returns a page of bookings, by start.
  public ApiBookings listBookings(BookingsQuery query) {
    return exchange.send(
        Call.of("GET /api/v1/bookings")
            .query("from", query.from())
            .query("to", query.to())
            .query("status", query.status())
            .query("eventType", query.eventType())
            .query("q", query.q())
            .query("limit", query.limit())
            .query("cursor", query.cursor()),
        ApiBookings.class);
  }

  /// Returns a booking with what was done to it.
  public ApiBooking getBooking(UUID id) {
    return exchange.send(Call.of("GET /api/v1/bookings/{id}", id), ApiBooking.class);
  }

  /// Confirms a pending one.
  ///
  /// @param version the one that was read, to change no other; null for any
  public ApiBooking confirmBooking(UUID id, ReasonRequest request, @Nullable Integer version) {
    return exchange.send(
        Call.of("POST /api/v1/bookings/{id}/confirm", id).header("If-Match", version),
        request,
        ApiBooking.class);
  }

  /// Declines a pending one.
  ///
  /// @param version the one that was read, to change no other; null for any
  public ApiBooking declineBooking(UUID id, ReasonRequest request, @Nullable Integer version) {
    return exchange.send(
        Call.of("POST /api/v1/bookings/{id}/decline", id).header("If-Match", version),
        request,
        ApiBooking.class);
  }

  /// Cancels one.
  ///
  /// @param version the one that was read, to change no other; null for any
  public ApiBooking cancelBooking(UUID id, ReasonRequest request, @Nullable Integer version) {
    return exchange.send(
        Call.of("POST /api/v1/bookings/{id}/cancel", id).header("If-Match", version),
        request,
        ApiBooking.class);
  }

  /// Moves one.
  ///
  /// @param version the one that was read, to change no other; null for any
  public ApiBooking rescheduleBooking(
      UUID id, RescheduleRequest request, @Nullable Integer version) {
    return exchange.send(
        Call.of("POST /api/v1/bookings/{id}/reschedule", id).header("If-Match", version),
        request,
        ApiBooking.class);
  }

  /// Hands one over to another member of the round-robin.
  ///
  /// @param version the one that was read, to change no other; null for any
  public ApiBooking handOverBooking(
      UUID id, RescheduleRequest.HandOver request, @Nullable Integer version) {
    return exchange.send(
        Call.of("POST /api/v1/bookings/{id}/hand-over", id).header("If-Match", version),
        request,
        ApiBooking.class);
  }

  /// Says that the invitee did not come.
  ///
  /// @param version the one that was read, to change no other; null for any
  public ApiBooking markNoShow(UUID id, ReasonRequest request, @Nullable Integer version) {
    return exchange.send(
        Call.of("POST /api/v1/bookings/{id}/no-show", id).header("If-Match", version),
        request,
        ApiBooking.class);
  }

  /// Returns the times to which the booking can be moved; no booking link is needed.
  public ApiSlots listBookingSlots(UUID id, SlotsQuery query) {
    return exchange.send(
        Call.of("GET /api/v1/bookings/{id}/slots", id)
            .query("from", query.from())
            .query("to", query.to())
            .query("zone", query.zone())
            .query("duration", query.duration())
            .query("fields", query.fields()),
        ApiSlots.class);
  }

  /// Returns why a start can or cannot be booked.
  ///
  /// @param eventType an id or a slug
  /// @param duration the length that is asked for, in minutes; null for the default one
  public ApiExplanation explain(String eventType, Instant start, @Nullable Integer duration) {
    return exchange.send(
        Call.of("GET /api/v1/explain")
            .query("eventType", eventType)
            .query("start", start)
            .query("duration", duration),
        ApiExplanation.class);
  }

  /// Returns all calendar feeds, without their addresses.
  public List<ApiFeed> listFeeds() {
    return exchange.send(Call.of("GET /api/v1/feeds"), ApiFeed.Listing.class).feeds();
  }

  /// Makes a calendar feed; the answer alone has its address.
  public ApiFeed addFeed(FeedRequest request) {
    return exchange.send(Call.of("POST /api/v1/feeds"), request, ApiFeed.class);
  }

  /// Deletes a calendar feed.
  public void deleteFeed(UUID id) {
    exchange.answer(Call.of("DELETE /api/v1/feeds/{id}", id));
  }

  /// Returns what calendars read, an iCalendar object.
  ///
  /// @param token the secret in the feed's address
  public String getFeedFile(String token) {
    return new String(
        exchange.answer(Call.of("GET /api/v1/feeds/{token}/meetings.ics", token)).body(),
        StandardCharsets.UTF_8);
  }
}
