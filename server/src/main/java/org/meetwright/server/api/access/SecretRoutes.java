package org.meetwright.server.api.access;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.function.Function;
import org.meetwright.core.access.Caller;
import org.meetwright.core.access.Passwords;
import org.meetwright.core.access.brake.Brake;
import org.meetwright.core.access.password.PasswordRules;
import org.meetwright.core.access.password.Weakness;
import org.meetwright.core.access.signin.SecondFactor;
import org.meetwright.core.access.signin.SecondFactor.Enrolment;
import org.meetwright.core.account.PasswordChanges;
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

/// What a host shows who he is with: his password and his second factor.
public final class SecretRoutes implements HttpService {
  private final SecondFactor secondFactor;
  private final PasswordChanges passwordChanges;
  private final Authentication authentication;
  private final Guard guard;

  /// Creates the routes.
  ///
  /// @param clientAddress where a request comes from, an IP address
  public SecretRoutes(
      Brake brake,
      SecondFactor secondFactor,
      PasswordChanges passwordChanges,
      Authentication authentication,
      Function<ServerRequest, String> clientAddress) {
    this.secondFactor = secondFactor;
    this.passwordChanges = passwordChanges;
    this.authentication = authentication;
    this.guard = new Guard(brake, clientAddress);
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
    if (!Passwords.isFit(chosen)) {
      throw weak(Weakness.WRONG_LENGTH);
    }
    if (caller.host().passwordHash() == null) {
      throw ProblemException.of(
          Code.NOT_POSSIBLE, "You have no password yet; whoever runs the server can give you one.");
    }
    Brake.Try begun = guard.begin(request, caller.host());
    if (!Passwords.matches(current, caller.host().passwordHash())) {
      throw new InvalidValueException("current", "is not your password");
    }
    guard.passed(begun);
    PasswordRules.of(caller.host())
        .weakness(chosen)
        .ifPresent(
            weakness -> {
              throw weak(weakness);
            });
    passwordChanges.change(caller.host().id(), Passwords.hash(chosen), caller.credential());
    response.status(Status.NO_CONTENT_204).send();
  }

  private static InvalidValueException weak(Weakness weakness) {
    return new InvalidValueException("new", weakness.message());
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
    Brake.Try begun = guard.begin(request, host);
    List<String> codes =
        secondFactor
            .confirm(host.id(), code)
            .orElseThrow(
                () ->
                    new InvalidValueException(
                        "code",
                        "must be the present code of the app that POST /api/v1/me/totp set up"));
    guard.passed(begun);
    Json.send(response, new ApiRecoveryCodes(codes));
  }

  private void remove(ServerRequest request, ServerResponse response) {
    Host host = authentication.session(request).host();
    String code = Json.body(request).only(CodeRequest.class).secret("code");
    Brake.Try begun = guard.begin(request, host);
    if (!secondFactor.remove(host.id(), code)) {
      throw new InvalidValueException(
          "code", "must be the present code of your app, or a recovery code not used yet");
    }
    guard.passed(begun);
    response.status(Status.NO_CONTENT_204).send();
  }
}
