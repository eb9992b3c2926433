package org.meetwright.server.api.booking;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.util.UUID;
import org.meetwright.core.access.signed.ManageLinks;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.booking.desk.BookingDesk;
import org.meetwright.core.booking.desk.ChangeOutcome;
import org.meetwright.core.challenge.Purpose;
import org.meetwright.server.api.challenge.Admission;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.exchange.Json;
import org.meetwright.server.api.exchange.Path;
import org.meetwright.server.api.exchange.ProblemException;
import org.meetwright.server.api.exchange.ProblemException.Code;
import org.meetwright.server.api.model.booking.ReasonRequest;
import org.meetwright.server.api.model.booking.RescheduleRequest;
import org.meetwright.server.api.slot.SlotsToMove;
import org.meetwright.server.challenge.Challenges;
import org.meetwright.server.route.Area;

/// What an invitee may do with a booking, by the token of its manage link.
public final class ManageRoutes implements HttpService {
  private final BookingDesk bookingDesk;
  private final Bookings bookings;
  private final ManageLinks manageLinks;
  private final BookingAnswers answers;
  private final Admission admission;
  private final SlotsToMove slotsToMove;

  /// Creates the routes.
  public ManageRoutes(
      BookingDesk bookingDesk,
      Bookings bookings,
      ManageLinks manageLinks,
      SlotsToMove slotsToMove,
      BookingAnswers answers,
      Admission admission) {
    this.bookingDesk = bookingDesk;
    this.bookings = bookings;
    this.manageLinks = manageLinks;
    this.answers = answers;
    this.admission = admission;
    this.slotsToMove = slotsToMove;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/{token}", this::show)
        .post("/{token}/cancel", this::cancel)
        .post("/{token}/reschedule", this::reschedule);
    Area.SLOTS.on(rules).get("/{token}/slots", this::slots);
  }

  private void show(ServerRequest request, ServerResponse response) {
    Json.send(response, answers.toInvitee(booking(request)));
  }

  private void slots(ServerRequest request, ServerResponse response) {
    slotsToMove.sendToInvitee(request, response, booking(request));
  }

  private void cancel(ServerRequest request, ServerResponse response) {
    UUID id = bookingId(request);
    Fields body = Json.body(request).only(ReasonRequest.class);
    send(response, bookingDesk.cancel(id, why(body)));
  }

  private void reschedule(ServerRequest request, ServerResponse response) {
    Booking booking = booking(request);
    Fields body = Json.body(request).only(RescheduleRequest.Managed.class);
    Instant start = body.instant("start");
    Change why = why(body);
    if (!booking.start().equals(start)) {
      admission.check(request, body.text(Challenges.FIELD, ""), Purpose.move(booking, start));
    }
    send(response, bookingDesk.reschedule(booking.id(), start, why));
  }

  private static Change why(Fields body) {
    return Change.byInvitee(body.text("reason", ""));
  }

  private void send(ServerResponse response, ChangeOutcome outcome) {
    Json.send(response, answers.toInvitee(BookingAnswers.changed(outcome)));
  }

  private Booking booking(ServerRequest request) {
    return bookings.find(bookingId(request)).orElseThrow(ManageRoutes::unknownToken);
  }

  private UUID bookingId(ServerRequest request) {
    return manageLinks
        .bookingId(Path.text(request, "token"))
        .orElseThrow(ManageRoutes::unknownToken);
  }

  private static ProblemException unknownToken() {
    return ProblemException.of(Code.NOT_FOUND, "There is no booking with this link.");
  }
}
