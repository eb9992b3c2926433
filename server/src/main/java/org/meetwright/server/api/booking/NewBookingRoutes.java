package org.meetwright.server.api.booking;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import org.meetwright.core.booking.desk.BookOutcome;
import org.meetwright.core.booking.desk.BookingDesk;
import org.meetwright.core.booking.wish.FrontDesk;
import org.meetwright.core.booking.wish.Wish;
import org.meetwright.core.booking.wish.WishOutcome;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.host.Host;
import org.meetwright.core.offering.Offering;
import org.meetwright.server.api.challenge.Admission;
import org.meetwright.server.api.exchange.Authentication;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.exchange.Json;
import org.meetwright.server.api.exchange.ProblemException;
import org.meetwright.server.api.exchange.ProblemException.Code;
import org.meetwright.server.api.model.booking.BookingRequest;
import org.meetwright.server.api.slot.PublicOfferings;
import org.meetwright.server.challenge.Challenges;
import org.meetwright.server.limit.TooManyRequestsException;

/// Booking a slot, which needs no login.
public final class NewBookingRoutes implements HttpService {
  private static final HeaderName IDEMPOTENCY_KEY = HeaderNames.create("Idempotency-Key");

  private final PublicOfferings offerings;
  private final BookingAnswers answers;
  private final FrontDesk frontDesk;
  private final Admission admission;
  private final BookingDesk desk;
  private final Authentication authentication;

  /// Creates the routes.
  public NewBookingRoutes(
      PublicOfferings offerings,
      BookingAnswers answers,
      FrontDesk frontDesk,
      Admission admission,
      BookingDesk desk,
      Authentication authentication) {
    this.desk = desk;
    this.authentication = authentication;
    this.offerings = offerings;
    this.answers = answers;
    this.frontDesk = frontDesk;
    this.admission = admission;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.post("/bookings", this::book);
  }

  private void book(ServerRequest request, ServerResponse response) {
    Fields body = Json.body(request);
    body.only(BookingRequest.class);
    if (body.yesNo("override", false)) {
      bookOver(request, response, body);
    } else {
      bookByTheRules(request, response, body);
    }
  }

  /// A host books for an invitee, whatever his rules say.
  private void bookOver(ServerRequest request, ServerResponse response, Fields body) {
    Host host = authentication.host(request);
    EventType type = offerings.any(body.text("host"), body.text("eventType"));
    String key = request.headers().first(IDEMPOTENCY_KEY).orElse(null);
    switch (desk.bookOver(BookRequestTranslation.read(body, type.id(), key), host.id())) {
      case BookOutcome.Booked(var booking) ->
          Json.created(response, "/api/v1/bookings/" + booking.id(), answers.toInvitee(booking));
      case BookOutcome.Repeated(var booking) -> Json.send(response, answers.toInvitee(booking));
      case BookOutcome.SlotTaken() -> throw BookingAnswers.slotTaken();
      case BookOutcome.NotOffered(var reasons) -> throw BookingAnswers.notOffered(reasons);
      case BookOutcome.LinkNotValid() -> throw PublicOfferings.notAdmitted();
      case BookOutcome.KeyReused() -> throw keyReused();
      case BookOutcome.UnknownEventType() ->
          throw ProblemException.of(
              Code.FORBIDDEN,
              "Only the host of an event type, or a member of its team, books over its rules; leave"
                  + " override out.");
    }
  }

  private void bookByTheRules(ServerRequest request, ServerResponse response, Fields body) {
    String link = body.optionalText("link").orElse(null);
    Offering offering = offerings.known(body.text("host"), body.text("eventType"), link);
    String key = request.headers().first(IDEMPOTENCY_KEY).orElse(null);
    String solution = body.text(Challenges.FIELD, "");
    EventType type = offering.eventType();
    Wish wish =
        Wish.ofProgram(
            offering,
            () -> BookRequestTranslation.read(body, type.id(), key),
            purpose -> admission.verdict(request, solution, purpose));
    switch (frontDesk.book(wish)) {
      case WishOutcome.Booked(var booking) ->
          Json.created(response, "/api/v1/bookings/" + booking.id(), answers.toInvitee(booking));
      case WishOutcome.Repeated(var booking) -> Json.send(response, answers.toInvitee(booking));
      case WishOutcome.ToBeConfirmed(var asked, var confirmation) -> {
        response.status(Status.ACCEPTED_202);
        Json.send(response, BookingTranslation.asked(asked, confirmation));
      }
      case WishOutcome.SlotTaken() -> throw BookingAnswers.slotTaken();
      case WishOutcome.NotOffered(var reasons) -> throw BookingAnswers.notOffered(reasons);
      case WishOutcome.NotAdmitted() -> throw PublicOfferings.notAdmitted();
      case WishOutcome.UnknownEventType() ->
          throw ProblemException.notFound("event type", type.slug());
      case WishOutcome.KeyReused() -> throw keyReused();
      case WishOutcome.KeyPending(_) -> throw keyReused();
      case WishOutcome.TooManyMails(var retryAfter) -> throw tooManyMails(retryAfter);
      case WishOutcome.Limited(var retryAfter) -> throw new TooManyRequestsException(retryAfter);
      case WishOutcome.Unsolved(var verdict) -> throw Admission.refusal(verdict);
      case WishOutcome.Unproven() -> throw new IllegalStateException("Programs send no form");
      case WishOutcome.Unreadable() -> throw new IllegalStateException("Programs send no form");
    }
  }

  private static ProblemException tooManyMails(Duration retryAfter) {
    return ProblemException.tooManyRequests(
        "This e-mail address has been asked to confirm too often; nothing was booked. Look"
            + " into the mailbox, or try again in "
            + (retryAfter.toSeconds() + 1)
            + " s.",
        retryAfter.plusSeconds(1));
  }

  private static ProblemException keyReused() {
    return ProblemException.of(
        Code.IDEMPOTENCY_KEY_REUSED,
        "This Idempotency-Key came with other content before; use a new one.");
  }
}
