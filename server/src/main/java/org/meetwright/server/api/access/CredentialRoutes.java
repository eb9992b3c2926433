package org.meetwright.server.api.access;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.meetwright.core.access.Caller;
import org.meetwright.core.access.brake.Attempt;
import org.meetwright.core.access.brake.Brake;
import org.meetwright.core.access.brake.GuessLimit;
import org.meetwright.core.access.brake.Origin;
import org.meetwright.core.access.signin.SecondFactor;
import org.meetwright.core.access.signin.SecondFactor.Enrolment;
import org.meetwright.core.account.PasswordChanges;
import org.meetwright.core.account.PasswordOutcome;
import org.meetwright.core.host.Host;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.api.exchange.Authentication;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.exchange.Json;
import org.meetwright.server.api.exchange.ProblemException;
import org.meetwright.server.api.exchange.ProblemException.Code;
import org.meetwright.server.api.model.access.ApiEnrolment;
import org.meetwright.server.api.model.access.ApiRecoveryCodes;
import org.meetwright.server.api.model.access.ApiSecondFactor;
import org.meetwright.server.api.model.access.CodeRequest;
import org.meetwright.server.api.model.access.PasswordRequest;

/// The routes for a host's password and second factor.
public final class CredentialRoutes implements HttpService {
  private final SecondFactor secondFactor;
  private final PasswordChanges passwordChanges;
  private final Authentication authentication;
  private final GuessLimit guesses;
  private final Function<ServerRequest, String> clientAddress;

  /// Creates the routes.
  ///
  /// @param clientAddress where a request comes from, an IP address
  public CredentialRoutes(
      Brake brake,
      SecondFactor secondFactor,
      PasswordChanges passwordChanges,
      Authentication authentication,
      Function<ServerRequest, String> clientAddress) {
    this.secondFactor = secondFactor;
    this.passwordChanges = passwordChanges;
    this.authentication = authentication;
    this.guesses = new GuessLimit(brake);
    this.clientAddress = clientAddress;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .post("/password", this::changePassword)
        .get("/totp", this::showSecondFactor)
        .post("/totp", this::enrol)
        .post("/totp/confirm", this::confirm)
        .delete("/totp", this::remove);
  }

  private void changePassword(ServerRequest request, ServerResponse response) {
    Caller caller = authentication.session(request);
    Fields body = Json.body(request).only(PasswordRequest.class);
    String current = body.secret("current");
    String chosen = body.secret("new");
    switch (passwordChanges.change(caller, current, chosen, origin(request))) {
      case PasswordOutcome.Changed() -> response.status(Status.NO_CONTENT_204).send();
      case PasswordOutcome.NoPassword() ->
          throw ProblemException.of(
              Code.NOT_POSSIBLE,
              "You have no password yet; whoever runs the server can give you one.");
      case PasswordOutcome.WrongPassword() ->
          throw new InvalidValueException("current", "is not your password");
      case PasswordOutcome.TooManyTries(var retryAfter) ->
          throw SessionRoutes.tooManyTries(retryAfter);
      case PasswordOutcome.Weak(var weakness) ->
          throw new InvalidValueException("new", weakness.message());
    }
  }

  private Origin origin(ServerRequest request) {
    return Origin.at(clientAddress.apply(request));
  }

  private void showSecondFactor(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    Json.send(response, new ApiSecondFactor(secondFactor.isOn(host.id())));
  }

  private void enrol(ServerRequest request, ServerResponse response) {
    Caller caller = authentication.session(request);
    Json.body(request).only();
    Enrolment enrolment =
        secondFactor
            .enrol(caller.host())
            .orElseThrow(
                () ->
                    ProblemException.of(
                        Code.NOT_POSSIBLE,
                        "You have a second factor already; DELETE /api/v1/me/totp ends it."));
    Json.created(
        response, "/api/v1/me/totp", new ApiEnrolment(enrolment.secret(), enrolment.uri()));
  }

  private void confirm(ServerRequest request, ServerResponse response) {
    Host host = authentication.session(request).host();
    String code = Json.body(request).only(CodeRequest.class).secret("code");
    switch (guesses.make(
        host.email(), origin(request), () -> secondFactor.confirm(host.id(), code))) {
      case Attempt.Right(List<String> codes) -> Json.send(response, new ApiRecoveryCodes(codes));
      case Attempt.Wrong() ->
          throw new InvalidValueException(
              "code", "must be the present code of the app that POST /api/v1/me/totp set up");
      case Attempt.TooMany(var retryAfter) -> throw SessionRoutes.tooManyTries(retryAfter);
    }
  }

  private void remove(ServerRequest request, ServerResponse response) {
    Host host = authentication.session(request).host();
    String code = Json.body(request).only(CodeRequest.class).secret("code");
    switch (guesses.make(
        host.email(),
        origin(request),
        () -> Optional.of(secondFactor.remove(host.id(), code)).filter(removed -> removed))) {
      case Attempt.Right(_) -> response.status(Status.NO_CONTENT_204).send();
      case Attempt.Wrong() ->
          throw new InvalidValueException(
              "code", "must be the present code of your app, or a recovery code not used yet");
      case Attempt.TooMany(var retryAfter) -> throw SessionRoutes.tooManyTries(retryAfter);
    }
  }
}
