package org.meetwright.server.api.calendar;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URI;
import java.util.UUID;
import org.meetwright.core.calendar.CalendarConnection;
import org.meetwright.core.calendar.consent.CalendarConsents;
import org.meetwright.core.calendar.consent.CalendarConsents.Answer;
import org.meetwright.core.calendar.consent.CalendarConsents.Begun;
import org.meetwright.core.calendar.consent.CalendarConsents.Traveller;
import org.meetwright.core.calendar.consent.ConsentOutcome;
import org.meetwright.core.calendar.consent.LoopbackRedirect;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.host.Host;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.api.exchange.Authentication;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.exchange.Json;
import org.meetwright.server.api.exchange.ProblemException;
import org.meetwright.server.api.exchange.ProblemException.Code;
import org.meetwright.server.api.model.calendar.ApiCalendarAuthorization;
import org.meetwright.server.api.model.calendar.CalendarAuthorizationRequest;

/// Connecting calendar accounts on their service's own page, by a program on the host's machine.
public final class CalendarAuthorizationRoutes implements HttpService {
  private final CalendarConsents consents;
  private final Authentication authentication;

  /// Creates the routes.
  public CalendarAuthorizationRoutes(CalendarConsents consents, Authentication authentication) {
    this.consents = consents;
    this.authentication = authentication;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.post("/", this::begin).post("/complete", this::complete);
  }

  /// The state is what a program keeps to itself; it binds the way to the host.
  private static Traveller traveller(Host host) {
    return new Traveller(host.id(), "api");
  }

  private void begin(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    Fields body = Json.body(request).only(CalendarAuthorizationRequest.class);
    ProviderKind kind = ProviderKind.of(body.text("kind"));
    URI redirect = LoopbackRedirect.of(body.text("redirectUri"));
    UUID account = body.optionalId("accountId").orElse(null);
    Begun begun =
        consents
            .begin(traveller(host), kind, redirect, account)
            .orElseThrow(
                () -> ProblemException.notFound("calendar account", String.valueOf(account)));
    Json.send(
        response, new ApiCalendarAuthorization(begun.page(), begun.state(), begun.expiresAt()));
  }

  private void complete(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    Fields body = Json.body(request).only(CalendarAuthorizationRequest.Completion.class);
    Answer answer =
        new Answer(
            body.secret("state"),
            body.optionalSecret("code").orElse(""),
            body.optionalText("error").orElse(""));
    Json.send(
        response, CalendarTranslation.toApi(connected(consents.end(traveller(host), answer))));
  }

  private static CalendarConnection connected(ConsentOutcome outcome) {
    return switch (outcome) {
      case ConsentOutcome.Connected(var connection, _, _) -> connection;
      case ConsentOutcome.Declined() ->
          throw ProblemException.of(
              Code.NOT_POSSIBLE,
              "Nothing was connected: it was not allowed on the service's page.");
      case ConsentOutcome.Unknown() ->
          throw ProblemException.invalid(
              new InvalidValueException(
                  "state", "is not known, or older than ten minutes; begin anew"));
      case ConsentOutcome.Refused(var why, var message) ->
          throw ProblemException.invalid(
              new InvalidValueException("code", "could not be used: " + message), why.word());
      case ConsentOutcome.TooMany(int most) ->
          throw ProblemException.of(
              Code.NOT_POSSIBLE,
              "You have " + most + " calendar accounts; remove one that you don't need.");
      case ConsentOutcome.TooManyTries(var retryAfter) ->
          throw CalendarAccountRoutes.tooOften(retryAfter);
    };
  }
}
