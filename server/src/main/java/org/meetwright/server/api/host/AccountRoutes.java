package org.meetwright.server.api.host;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Caller;
import org.meetwright.core.account.EmailChanges;
import org.meetwright.core.account.EmailChanges.AskOutcome.TooManyMails;
import org.meetwright.core.account.EmailChanges.PendingEmail;
import org.meetwright.core.eventtype.rule.HostLimits;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.host.Profile;
import org.meetwright.core.hostlink.HostLinks;
import org.meetwright.core.hostlink.MailActions;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.TimeZones;
import org.meetwright.server.api.exchange.Authentication;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.exchange.Json;
import org.meetwright.server.api.exchange.ProblemException;
import org.meetwright.server.api.exchange.ProblemException.Code;
import org.meetwright.server.api.exchange.Times;
import org.meetwright.server.api.model.host.MeRequest;

/// The routes for a host's own data.
public final class AccountRoutes implements HttpService {
  private final InstantSource clock;
  private final Hosts hosts;
  private final EmailChanges emailChanges;
  private final HostLinks hostLinks;
  private final Authentication authentication;

  /// Creates the routes.
  public AccountRoutes(
      InstantSource clock,
      Hosts hosts,
      EmailChanges emailChanges,
      HostLinks hostLinks,
      Authentication authentication) {
    this.clock = clock;
    this.hosts = hosts;
    this.emailChanges = emailChanges;
    this.hostLinks = hostLinks;
    this.authentication = authentication;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/", this::me)
        .patch("/", this::change)
        .delete("/pending-email", this::giveUpPendingEmail);
  }

  private void me(ServerRequest request, ServerResponse response) {
    send(response, authentication.host(request));
  }

  private void send(ServerResponse response, Host host) {
    PendingEmail pending = emailChanges.pending(host.id()).orElse(null);
    Json.send(
        response,
        HostTranslation.me(
            host, pending == null ? null : pending.email(), hostLinks.mailActions(host.id())));
  }

  private void giveUpPendingEmail(ServerRequest request, ServerResponse response) {
    emailChanges.giveUp(authentication.session(request).host().id());
    response.status(Status.NO_CONTENT_204).send();
  }

  private void change(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    Fields body = Json.body(request).only(MeRequest.class);
    Locale locale =
        body.optionalText("locale").map(tag -> Times.locale("locale", tag)).orElse(host.locale());
    EmailAddress email = new EmailAddress(body.text("email", host.email().value()));
    Profile wished =
        new Profile(
            body.text("name", host.name()),
            host.email(),
            TimeZones.parse("timeZone", body.text("timeZone", host.timeZone().getId())),
            locale);
    HostLimits limits =
        new HostLimits(
            limit(body, "maxMeetingsPerDay", host.limits().maxMeetingsPerDay()),
            limit(body, "maxMinutesPerDay", host.limits().maxMinutesPerDay()));
    MailActions mailActions = body.optionalText("mailActions").map(MailActions::of).orElse(null);
    if (!email.value().equals(host.email().value())) {
      changeEmail(request, host, email);
    }
    if (mailActions != null) {
      hostLinks.setMailActions(host.id(), mailActions);
    }
    send(
        response,
        hosts.update(host.id(), wished.name(), wished.timeZone(), wished.locale(), limits));
  }

  /// Reads a limit, which null or 0 takes away.
  private static @Nullable Integer limit(Fields body, String name, @Nullable Integer before) {
    Integer wished = body.removableNumber(name, before);
    return wished != null && wished == 0 ? null : wished;
  }

  private void changeEmail(ServerRequest request, Host host, EmailAddress email) {
    if (!email.equals(host.email())) {
      requireRecentSignIn(request);
    }
    if (emailChanges.ask(host, email) instanceof TooManyMails(Duration retryAfter)) {
      throw ProblemException.tooManyRequests(
          "You have asked for another e-mail address too often, or "
              + email
              + " was sent too many mails; try again in "
              + retryAfter.plusSeconds(59).toMinutes()
              + " minutes.",
          retryAfter);
    }
  }

  /// Someone who can change the address can become the host at a provider, or ask for his password.
  private void requireRecentSignIn(ServerRequest request) {
    Caller caller = authentication.session(request);
    if (!caller.isRecent(clock.instant())) {
      throw ProblemException.of(
          Code.FORBIDDEN,
          "The e-mail address is changed within "
              + Caller.RECENT.toMinutes()
              + " minutes of signing in; sign in again with POST /api/v1/sessions.");
    }
  }
}
