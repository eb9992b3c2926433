package org.meetwright.server.api;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.UUID;
import org.meetwright.core.Core;
import org.meetwright.core.booking.desk.Change;
import org.meetwright.server.api.ProblemException.Code;

/// What an invitee may do to his booking, by the token of its manage link.
final class ManageRoutes implements HttpService {
  private final Core core;
  private final BookingAnswers answers;

  ManageRoutes(Core core, BookingAnswers answers) {
    this.core = core;
    this.answers = answers;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/{token}", this::show)
        .post("/{token}/cancel", this::cancel)
        .post("/{token}/reschedule", this::reschedule);
  }

  private void show(ServerRequest request, ServerResponse response) {
    Json.send(
        response,
        answers.of(
            core.bookings().find(bookingId(request)).orElseThrow(ManageRoutes::unknownToken)));
  }

  private void cancel(ServerRequest request, ServerResponse response) {
    UUID id = bookingId(request);
    Fields body = Json.body(request).only("reason");
    Change change = Change.byInvitee(body.text("reason", ""));
    Json.send(response, answers.of(core.bookingDesk().cancel(id, change)));
  }

  private void reschedule(ServerRequest request, ServerResponse response) {
    UUID id = bookingId(request);
    Fields body = Json.body(request).only("start");
    Json.send(
        response,
        answers.of(core.bookingDesk().reschedule(id, body.instant("start"), Change.byInvitee(""))));
  }

  private UUID bookingId(ServerRequest request) {
    return core.manageLinks()
        .bookingId(PublicRoutes.parameter(request, "token"))
        .orElseThrow(ManageRoutes::unknownToken);
  }

  private static ProblemException unknownToken() {
    return ProblemException.of(Code.NOT_FOUND, "There is no booking with this link.");
  }
}
