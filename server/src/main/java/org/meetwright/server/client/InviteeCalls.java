package org.meetwright.server.client;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.api.model.booking.ApiConfirmation;
import org.meetwright.server.api.model.booking.ApiInviteeBooking;
import org.meetwright.server.api.model.booking.BookingRequest;
import org.meetwright.server.api.model.booking.ConfirmationRequest;
import org.meetwright.server.api.model.booking.ReasonRequest;
import org.meetwright.server.api.model.booking.RescheduleRequest;
import org.meetwright.server.api.model.slot.ApiSlots;
import org.meetwright.server.api.model.slot.SlotsQuery;
import org.meetwright.server.client.call.ApiExchange;
import org.meetwright.server.client.call.Call;

/// Booking, and what an invitee may do with the token at the end of his manage link.
public final class InviteeCalls {
  /// The status of a wish that waits for its confirmation.
  private static final int ASKED = 202;

  private final ApiExchange exchange;

  InviteeCalls(ApiExchange exchange) {
    this.exchange = exchange;
  }

  /// The outcome of a request to book.
  public sealed interface BookAnswer {
    /// It is booked.
    record Booked(ApiInviteeBooking booking) implements BookAnswer {}

    /// The invitee was mailed a link with which he has to confirm his address.
    record Asked(ApiConfirmation.Mail mail) implements BookAnswer {}
  }

  /// Books.
  ///
  /// @param idempotencyKey names the wish, so that it can be sent again; null for none
  public BookAnswer book(BookingRequest request, @Nullable String idempotencyKey) {
    HttpResponse<byte[]> answer =
        exchange.answer(
            Call.of("POST /api/v1/bookings").header("Idempotency-Key", idempotencyKey), request);
    return answer.statusCode() == ASKED
        ? new BookAnswer.Asked(
            exchange.read(answer.body(), ApiConfirmation.Asked.class).confirmation())
        : new BookAnswer.Booked(exchange.read(answer.body(), ApiInviteeBooking.class));
  }

  /// Confirms an e-mail address, and so books.
  public ApiInviteeBooking confirmEmail(String token, ConfirmationRequest request) {
    return exchange.send(
        Call.of("POST /api/v1/confirmations/{token}", token), request, ApiInviteeBooking.class);
  }

  /// Returns the booking.
  public ApiInviteeBooking getManagedBooking(String token) {
    return exchange.send(Call.of("GET /api/v1/manage/{token}", token), ApiInviteeBooking.class);
  }

  /// Cancels it.
  public ApiInviteeBooking cancelManagedBooking(String token, ReasonRequest request) {
    return exchange.send(
        Call.of("POST /api/v1/manage/{token}/cancel", token), request, ApiInviteeBooking.class);
  }

  /// Moves it.
  public ApiInviteeBooking rescheduleManagedBooking(
      String token, RescheduleRequest.Managed request) {
    return exchange.send(
        Call.of("POST /api/v1/manage/{token}/reschedule", token), request, ApiInviteeBooking.class);
  }

  /// Returns the times to which the booking can be moved; no booking link is needed.
  public ApiSlots listManagedSlots(String token, SlotsQuery query) {
    return exchange.send(
        Call.of("GET /api/v1/manage/{token}/slots", token)
            .query("from", query.from())
            .query("to", query.to())
            .query("zone", query.zone())
            .query("duration", query.duration())
            .query("fields", query.fields()),
        ApiSlots.class);
  }

  /// Returns the booking as an iCalendar object.
  public String getInvite(String token) {
    return new String(
        exchange.answer(Call.of("GET /api/v1/manage/{token}/invite.ics", token)).body(),
        StandardCharsets.UTF_8);
  }
}
