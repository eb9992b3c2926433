package org.meetwright.server.api.access;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.function.Function;
import org.meetwright.core.Core;
import org.meetwright.core.access.Caller;
import org.meetwright.core.access.Passwords;
import org.meetwright.core.access.signin.Brake;
import org.meetwright.core.access.signin.SecondFactor.Enrolment;
import org.meetwright.core.host.Host;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.api.exchange.Authentication;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.exchange.Json;
import org.meetwright.server.api.exchange.ProblemException;
import org.meetwright.server.api.exchange.ProblemException.Code;

/// What a host shows who he is with: his password and his second factor.
public final class SecretRoutes implements HttpService {
  private final Core core;
  private final Authentication authentication;
  private final Guard guard;

  /// Creates the routes.
  ///
  /// @param clientAddress where a request comes from, an IP address
  public SecretRoutes(
      Core core, Authentication authentication, Function<ServerRequest, String> clientAddress) {
    this.core = core;
    this.authentication = authentication;
    this.guard = new Guard(core.brake(), clientAddress);
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
    Caller caller = authentication.caller(request);
    Fields body = Json.body(request).only("current", "new");
    String current = body.secret("current");
    String hash = newHash(body.secret("new"));
    if (caller.host().passwordHash() == null) {
      throw ProblemException.of(
          Code.NOT_POSSIBLE, "You have no password yet; whoever runs the server can give you one.");
    }
    Brake.Try begun = guard.begin(request, caller.host());
    if (!Passwords.matches(current, caller.host().passwordHash())) {
      throw new InvalidValueException("current", "is not your password");
    }
    guard.passed(begun);
    core.access()
        .setPassword(caller.host().id(), hash, caller.session() ? caller.credential() : null);
    response.status(Status.NO_CONTENT_204).send();
  }

  private static String newHash(String password) {
    try {
      return Passwords.hash(password);
    } catch (InvalidValueException wrong) {
      throw new InvalidValueException("new", String.valueOf(wrong.getMessage()));
    }
  }

  /// Whether codes are asked for.
  record State(boolean on) {}

  private void showSecondFactor(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    Json.send(response, new State(core.secondFactor().isOn(host.id())));
  }

  private void enrol(ServerRequest request, ServerResponse response) {
    Caller caller = authentication.caller(request);
    if (!caller.session()) {
      // Whoever has got hold of a token must not shut the host out.
      throw ProblemException.of(
          Code.FORBIDDEN, "An API token can't set this up; sign in with your password.");
    }
    Json.body(request).only();
    Enrolment enrolment =
        core.secondFactor()
            .enrol(caller.host())
            .orElseThrow(
                () ->
                    ProblemException.of(
                        Code.NOT_POSSIBLE,
                        "You have a second factor already; DELETE /api/v1/me/totp ends it."));
    Json.created(response, "/api/v1/me/totp", enrolment);
  }

  /// Codes that let in once each when the app is lost.
  record RecoveryCodes(List<String> recoveryCodes) {}

  private void confirm(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    String code = Json.body(request).only("code").secret("code");
    Brake.Try begun = guard.begin(request, host);
    List<String> codes =
        core.secondFactor()
            .confirm(host.id(), code)
            .orElseThrow(
                () ->
                    new InvalidValueException(
                        "code",
                        "must be the present code of the app that POST /api/v1/me/totp set up"));
    guard.passed(begun);
    Json.send(response, new RecoveryCodes(codes));
  }

  private void remove(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    String code = Json.body(request).only("code").secret("code");
    Brake.Try begun = guard.begin(request, host);
    if (!core.secondFactor().remove(host.id(), code)) {
      throw new InvalidValueException(
          "code", "must be the present code of your app, or a recovery code not used yet");
    }
    guard.passed(begun);
    response.status(Status.NO_CONTENT_204).send();
  }
}
