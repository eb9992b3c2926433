package org.meetwright.server.api;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.meetwright.core.Core;
import org.meetwright.core.availability.Availability.Offering;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Invitee;
import org.meetwright.core.booking.desk.BookOutcome;
import org.meetwright.core.booking.desk.BookRequest;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.team.Bookable;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.TimeZones;
import org.meetwright.server.api.ProblemException.Code;
import tools.jackson.databind.JsonNode;

/// What needs no login: hosts, event types, slots, and booking one.
final class PublicRoutes implements HttpService {
  private static final int MOST_DAYS = 62;

  private final Core core;
  private final BookingAnswers answers;

  PublicRoutes(Core core, BookingAnswers answers) {
    this.core = core;
    this.answers = answers;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/hosts/{handle}", this::host)
        .get("/hosts/{handle}/event-types/{slug}", this::eventType)
        .get("/hosts/{handle}/event-types/{slug}/slots", this::slots)
        .post("/bookings", this::book);
  }

  private void host(ServerRequest request, ServerResponse response) {
    Bookable who = find(parameter(request, "handle"));
    Json.send(response, ApiHost.Public.of(who, core.eventTypes().listOnPage(who.id())));
  }

  private void eventType(ServerRequest request, ServerResponse response) {
    Bookable who = find(parameter(request, "handle"));
    EventType type = find(who.handle().value(), parameter(request, "slug")).eventType();
    Json.send(response, ApiEventType.Public.of(type, who));
  }

  private void slots(ServerRequest request, ServerResponse response) {
    String handle = parameter(request, "handle");
    Offering offering = find(handle, parameter(request, "slug"));
    ZoneId zone =
        request
            .query()
            .first("zone")
            .map(name -> TimeZones.parse("zone", name))
            .orElseGet(() -> find(handle).timeZone());
    LocalDate from =
        request
            .query()
            .first("from")
            .map(text -> Times.date("from", text))
            .orElseGet(() -> LocalDate.ofInstant(core.clock().instant(), zone));
    LocalDate to =
        request
            .query()
            .first("to")
            .map(text -> Times.date("to", text))
            .orElseGet(() -> from.plusDays(MOST_DAYS / 2));
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    if (days < 1 || days > MOST_DAYS) {
      throw new InvalidValueException(
          "to",
          "must be at most " + MOST_DAYS + " days from " + from + " on, and not before it: " + to);
    }
    SlotsJson.of(
            core.availability().slots(offering, from, to, zone),
            from,
            to,
            zone,
            offering.eventType().durationMinutes())
        .send(response);
  }

  private void book(ServerRequest request, ServerResponse response) {
    Fields body = Json.body(request);
    body.only("host", "eventType", "start", "invitee", "guests", "answers", "notes");
    EventType type = find(body.text("host"), body.text("eventType")).eventType();
    BookRequest wish =
        new BookRequest(
            type.id(),
            body.instant("start"),
            body.inside("invitee", PublicRoutes::invitee),
            body.texts("guests", EmailAddress::new),
            answers(body),
            body.text("notes", ""),
            Map.of(),
            null,
            request.headers().first(HeaderNames.create("Idempotency-Key")).orElse(null));
    switch (core.bookingDesk().book(wish, Actor.INVITEE)) {
      case BookOutcome.Booked(var booking) ->
          Json.created(response, "/api/v1/bookings/" + booking.id(), answers.of(booking));
      case BookOutcome.Repeated(var booking, var sameContent) -> {
        ApiBooking answer = answers.of(booking);
        response.status(Status.OK_200);
        Json.send(
            response,
            sameContent
                ? answer
                : answer.withoutPrivateParts(ApiBooking.ApiInvitee.of(wish.invitee())));
      }
      case BookOutcome.SlotTaken() -> throw BookingAnswers.slotTaken();
      case BookOutcome.NotOffered(var reasons) -> throw BookingAnswers.notOffered(reasons);
      case BookOutcome.KeyReused() ->
          throw ProblemException.of(
              Code.IDEMPOTENCY_KEY_REUSED,
              "This Idempotency-Key came with other content before; use a new one.");
      case BookOutcome.LinkNotValid() ->
          throw ProblemException.of(
              Code.LINK_NOT_VALID,
              "The booking link has been used or has expired; ask the host for a new one.");
      case BookOutcome.UnknownEventType() ->
          throw ProblemException.notFound("event type", type.slug());
    }
  }

  private static Invitee invitee(Fields fields) {
    fields.only("name", "email", "timeZone", "locale");
    return new Invitee(
        fields.text("name"),
        new EmailAddress(fields.text("email")),
        TimeZones.parse("timeZone", fields.text("timeZone")),
        Times.locale("locale", fields.text("locale", "en")));
  }

  private static Map<UUID, JsonNode> answers(Fields body) {
    if (body.optionalObject("answers").isEmpty()) {
      return Map.of();
    }
    return body.inside(
        "answers",
        fields -> {
          Map<UUID, JsonNode> answers = new HashMap<>();
          for (String name : fields.names()) {
            answers.put(Fields.id(name, name), fields.raw(name));
          }
          return answers;
        });
  }

  private Bookable find(String handle) {
    return core.bookables()
        .find(handle)
        .filter(Bookable::active)
        .orElseThrow(() -> ProblemException.notFound("host or team", handle));
  }

  private Offering find(String handle, String slug) {
    return core.availability()
        .find(handle, slug)
        .orElseThrow(() -> ProblemException.notFound("event type", handle + "/" + slug));
  }

  static String parameter(ServerRequest request, String name) {
    return request.path().pathParameters().get(name);
  }
}
