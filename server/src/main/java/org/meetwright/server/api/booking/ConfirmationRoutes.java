package org.meetwright.server.api.booking;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.meetwright.core.booking.desk.BookingDesk;
import org.meetwright.core.booking.wish.ConfirmOutcome;
import org.meetwright.core.booking.wish.Confirmations;
import org.meetwright.core.booking.wish.FrontDesk;
import org.meetwright.core.booking.wish.WishOutcome;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.exchange.Json;
import org.meetwright.server.api.exchange.Path;
import org.meetwright.server.api.exchange.ProblemException;
import org.meetwright.server.api.exchange.ProblemException.Code;
import org.meetwright.server.api.model.booking.ConfirmationRequest;
import org.meetwright.server.limit.TooManyRequestsException;

/// Confirms a request to book, or the address of an invitee whose guests wait, with the token that
/// was mailed to the invitee.
public final class ConfirmationRoutes implements HttpService {
  private final Confirmations confirmations;
  private final BookingDesk desk;
  private final FrontDesk frontDesk;
  private final BookingAnswers answers;

  /// Creates the routes.
  public ConfirmationRoutes(
      BookingDesk bookingDesk,
      Confirmations confirmations,
      FrontDesk frontDesk,
      BookingAnswers answers) {
    this.confirmations = confirmations;
    this.desk = bookingDesk;
    this.frontDesk = frontDesk;
    this.answers = answers;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.post("/{token}", this::confirm);
  }

  private void confirm(ServerRequest request, ServerResponse response) {
    String token = Path.text(request, "token");
    Optional<UUID> booking = confirmations.guestsOf(token);
    if (booking.isPresent()) {
      Json.body(request).only();
      Json.send(
          response, answers.toInvitee(BookingAnswers.changed(desk.inviteGuests(booking.get()))));
      return;
    }
    UUID id =
        confirmations
            .id(token)
            .orElseThrow(
                () -> ProblemException.of(Code.NOT_FOUND, "There is nothing with this link."));
    Fields body = Json.body(request).only(ConfirmationRequest.class);
    Instant start = body.optionalInstant("start").orElse(null);
    answer(response, frontDesk.confirm(id, start));
  }

  private void answer(ServerResponse response, ConfirmOutcome outcome) {
    switch (outcome) {
      case WishOutcome.Booked(var booking) ->
          Json.created(response, "/api/v1/bookings/" + booking.id(), answers.toInvitee(booking));
      case WishOutcome.Repeated(var booking) -> Json.send(response, answers.toInvitee(booking));
      case WishOutcome.SlotTaken() -> throw BookingAnswers.slotTaken();
      case WishOutcome.NotOffered(var reasons) -> throw BookingAnswers.notOffered(reasons);
      case WishOutcome.NotAdmitted() ->
          throw ProblemException.of(
              Code.LINK_NOT_VALID,
              "The booking link has been used or has expired meanwhile; ask the host for a new"
                  + " one.");
      case WishOutcome.Limited(var retryAfter) -> throw new TooManyRequestsException(retryAfter);
      case ConfirmOutcome.Expired(_) -> throw expired();
    }
  }

  private static ProblemException expired() {
    return ProblemException.of(
        Code.EXPIRED, "This link is no longer good, and nothing was booked; book again.");
  }
}
