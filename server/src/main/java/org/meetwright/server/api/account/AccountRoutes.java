package org.meetwright.server.api.account;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Locale;
import org.meetwright.core.Core;
import org.meetwright.core.host.Host;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.TimeZones;
import org.meetwright.server.api.exchange.Authentication;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.exchange.Json;
import org.meetwright.server.api.exchange.ProblemException;
import org.meetwright.server.api.exchange.ProblemException.Code;
import org.meetwright.server.api.exchange.Times;

/// Signing in and out, and what a host says about himself.
public final class AccountRoutes implements HttpService {
  private final Core core;
  private final Authentication authentication;

  /// Creates the routes.
  public AccountRoutes(Core core, Authentication authentication) {
    this.core = core;
    this.authentication = authentication;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .post("/sessions", this::signIn)
        .delete("/sessions/current", this::signOut)
        .get("/me", this::me)
        .patch("/me", this::change);
  }

  private void signIn(ServerRequest request, ServerResponse response) {
    Fields body = Json.body(request).only("email", "password");
    EmailAddress email = new EmailAddress(body.text("email"));
    var session =
        core.access()
            .signIn(email, body.text("password"))
            .orElseThrow(
                () ->
                    ProblemException.of(
                        Code.UNAUTHORIZED, "E-mail address or password is wrong; try again."));
    Json.created(response, "/api/v1/sessions/current", session);
  }

  private void signOut(ServerRequest request, ServerResponse response) {
    authentication.host(request);
    if (!core.access().signOut(Authentication.token(request))) {
      throw ProblemException.of(
          Code.NOT_FOUND, "This is an API token, not a session; it can't be signed out.");
    }
    response.status(Status.NO_CONTENT_204).send();
  }

  private void me(ServerRequest request, ServerResponse response) {
    Json.send(response, ApiHost.Own.of(authentication.host(request)));
  }

  private void change(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    Fields body = Json.body(request).only("name", "email", "timeZone", "locale");
    Locale locale =
        body.optionalText("locale").map(tag -> Times.locale("locale", tag)).orElse(host.locale());
    Host changed =
        host.withProfile(
            body.text("name", host.name()),
            new EmailAddress(body.text("email", host.email().value())),
            TimeZones.parse("timeZone", body.text("timeZone", host.timeZone().getId())),
            locale);
    Json.send(response, ApiHost.Own.of(core.hosts().update(changed)));
  }
}
