package org.meetwright.server.api.account;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Locale;
import org.meetwright.core.Core;
import org.meetwright.core.access.Caller;
import org.meetwright.core.host.Host;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.TimeZones;
import org.meetwright.server.api.exchange.Authentication;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.exchange.Json;
import org.meetwright.server.api.exchange.ProblemException;
import org.meetwright.server.api.exchange.ProblemException.Code;
import org.meetwright.server.api.exchange.Times;

/// What a host says about himself.
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
    rules.get("/", this::me).patch("/", this::change);
  }

  private void me(ServerRequest request, ServerResponse response) {
    Json.send(response, ApiHost.Own.of(authentication.host(request)));
  }

  private void change(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    Fields body = Json.body(request).only("name", "email", "timeZone", "locale");
    Locale locale =
        body.optionalText("locale").map(tag -> Times.locale("locale", tag)).orElse(host.locale());
    EmailAddress email = new EmailAddress(body.text("email", host.email().value()));
    if (!email.equals(host.email())) {
      requireRecentSignIn(request);
    }
    Host changed =
        host.withProfile(
            body.text("name", host.name()),
            email,
            TimeZones.parse("timeZone", body.text("timeZone", host.timeZone().getId())),
            locale);
    Json.send(response, ApiHost.Own.of(core.hosts().update(changed)));
  }

  /// Whoever can change the address can become the host at a provider, or ask for his password.
  private void requireRecentSignIn(ServerRequest request) {
    Caller caller = authentication.session(request);
    if (!caller.isRecent(core.clock().instant())) {
      throw ProblemException.of(
          Code.FORBIDDEN,
          "The e-mail address is changed within "
              + Caller.RECENT.toMinutes()
              + " minutes of signing in; sign in again with POST /api/v1/sessions.");
    }
  }
}
