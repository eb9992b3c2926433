package org.meetwright.server.pages.account.security;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.Caller;
import org.meetwright.core.access.password.Weakness;
import org.meetwright.core.access.signin.LinkedIdentities;
import org.meetwright.core.access.signin.SecondFactor;
import org.meetwright.core.account.PasswordChanges;
import org.meetwright.core.account.PasswordOutcome;
import org.meetwright.core.host.Host;
import org.meetwright.core.hostlink.HostLinks;
import org.meetwright.core.hostlink.MailActions;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.AccountSection;
import org.meetwright.server.pages.account.request.Cookies.CookiePurpose;
import org.meetwright.server.pages.account.request.Credential;
import org.meetwright.server.pages.account.request.Notice;
import org.meetwright.server.pages.account.security.SecurityView.Identity;
import org.meetwright.server.pages.form.FormBody;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;

/// The page with a host's password, second factor and identities.
public final class SecurityPages {
  private final Access access;
  private final SecondFactor secondFactor;
  private final LinkedIdentities linkedIdentities;
  private final PasswordChanges passwordChanges;
  private final HostLinks hostLinks;
  private final Function<ServerRequest, String> clientAddress;

  /// Creates the pages.
  ///
  /// @param clientAddress where a request comes from, an IP address
  public SecurityPages(
      Access access,
      SecondFactor secondFactor,
      LinkedIdentities linkedIdentities,
      PasswordChanges passwordChanges,
      HostLinks hostLinks,
      Function<ServerRequest, String> clientAddress) {
    this.access = access;
    this.secondFactor = secondFactor;
    this.linkedIdentities = linkedIdentities;
    this.passwordChanges = passwordChanges;
    this.hostLinks = hostLinks;
    this.clientAddress = clientAddress;
  }

  /// Shows it.
  public PageAnswer show(AccountRequest asked) {
    return asked.signedIn(
        access, AccountSection.SECURITY, caller -> page(asked, caller, Status.OK_200, Map.of()));
  }

  /// Shows it.
  ///
  /// @param errors what is wrong, by field
  PageAnswer page(AccountRequest asked, Caller caller, Status status, Map<String, String> errors) {
    Host host = caller.host();
    SecurityView view =
        new SecurityView(
            asked.frame(AccountSection.SECURITY),
            host.email().value(),
            host.passwordHash() != null,
            secondFactor.isOn(host.id()),
            hostLinks.mailActions(host.id()) == MailActions.SIGN_IN,
            identities(asked, caller),
            sessions(asked, caller),
            errors);
    return new PageAnswer.Page(status, "account/security", view, Privacy.FORM);
  }

  private List<Identity> identities(AccountRequest asked, Caller caller) {
    return linkedIdentities.list(caller.host().id()).stream()
        .map(
            linked ->
                new Identity(
                    linked.issuer(),
                    linked.subject(),
                    asked.words().get("security.linked", asked.written(linked.linkedAt(), caller))))
        .toList();
  }

  /// Changes the password and ends all other sessions.
  public PageAnswer changePassword(AccountRequest asked) {
    return asked.signedIn(
        access,
        AccountSection.SECURITY,
        caller -> change(asked, caller, PasswordForm.of(asked.form(CookiePurpose.SESSION))));
  }

  private PageAnswer change(AccountRequest asked, Caller caller, PasswordForm form) {
    Map<String, String> errors = form.errors(asked.words());
    if (!errors.isEmpty()) {
      return page(asked, caller, Status.BAD_REQUEST_400, errors);
    }
    return switch (passwordChanges.change(
        caller, form.current(), form.chosen(), asked.origin(clientAddress))) {
      case PasswordOutcome.Changed() -> asked.done(AccountSection.SECURITY, Notice.PASSWORD);
      case PasswordOutcome.NoPassword() -> page(asked, caller, Status.BAD_REQUEST_400, errors);
      case PasswordOutcome.WrongPassword() ->
          wrong(asked, caller, "current", asked.words().get("security.wrongPassword"));
      case PasswordOutcome.Weak(Weakness weakness) ->
          wrong(asked, caller, "new", asked.words().get(PasswordForm.key(weakness)));
      case PasswordOutcome.TooManyTries(Duration retryAfter) ->
          tooManyTries(asked, caller, "current", retryAfter);
    };
  }

  /// Shows it with what is wrong in a field.
  PageAnswer wrong(AccountRequest asked, Caller caller, String field, String text) {
    return page(asked, caller, Status.BAD_REQUEST_400, Map.of(field, text));
  }

  /// Shows it, since too many tries have failed.
  PageAnswer tooManyTries(AccountRequest asked, Caller caller, String field, Duration retryAfter) {
    String text = tooManyTries(asked, retryAfter);
    return page(asked, caller, Status.TOO_MANY_REQUESTS_429, Map.of(field, text));
  }

  /// Tells the browser how long to wait, and returns what tells it to people.
  static String tooManyTries(AccountRequest asked, Duration retryAfter) {
    long seconds = retryAfter.toSeconds();
    asked.response().header(HeaderNames.RETRY_AFTER, Long.toString(seconds));
    return asked.words().get("login.tooManyTries", seconds);
  }

  /// Sets whether the links in the host's mail ask for a sign-in.
  public PageAnswer chooseMailActions(AccountRequest asked) {
    return asked.signedIn(
        access,
        AccountSection.SECURITY,
        caller -> {
          String chosen = asked.form(CookiePurpose.SESSION).get("mailActions");
          hostLinks.setMailActions(
              caller.host().id(),
              chosen.equals(MailActions.SIGN_IN.word()) ? MailActions.SIGN_IN : MailActions.OPEN);
          return asked.done(AccountSection.SECURITY, Notice.MAIL_ACTIONS);
        });
  }

  private List<Credential> sessions(AccountRequest asked, Caller caller) {
    return access.sessions().list(caller.host().id()).stream()
        .map(session -> Credential.of(asked, caller, session))
        .sorted(Comparator.comparing(Credential::present).reversed())
        .toList();
  }

  /// Ends a session. What is gone already, or never was his, needs no ending.
  public PageAnswer endSession(AccountRequest asked) {
    return asked.signedIn(
        access,
        AccountSection.SECURITY,
        caller -> {
          asked.form(CookiePurpose.SESSION);
          asked.id().ifPresent(id -> access.sessions().end(caller.host().id(), id));
          return asked.done(AccountSection.SECURITY, Notice.SESSION_ENDED);
        });
  }

  /// Ends all sessions but the one that asks.
  public PageAnswer endOtherSessions(AccountRequest asked) {
    return asked.signedIn(
        access,
        AccountSection.SECURITY,
        caller -> {
          asked.form(CookiePurpose.SESSION);
          access.sessions().endOthers(caller.host().id(), caller.credential());
          return asked.done(AccountSection.SECURITY, Notice.SESSIONS_ENDED);
        });
  }

  /// Forgets who a host is at a provider.
  public PageAnswer unlink(AccountRequest asked) {
    return asked.signedIn(
        access,
        AccountSection.SECURITY,
        caller -> {
          FormBody form = asked.form(CookiePurpose.SESSION);
          linkedIdentities.end(caller.host().id(), form.get("issuer"), form.get("subject"));
          return asked.done(AccountSection.SECURITY, Notice.UNLINKED);
        });
  }
}
