package org.meetwright.server.pages.account.security;

import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.Caller;
import org.meetwright.core.access.brake.Attempt;
import org.meetwright.core.access.brake.Brake;
import org.meetwright.core.access.brake.GuessLimit;
import org.meetwright.core.access.signin.SecondFactor;
import org.meetwright.core.access.signin.SecondFactor.Enrolment;
import org.meetwright.core.host.Host;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.AccountSection;
import org.meetwright.server.pages.account.request.Cookies.CookiePurpose;
import org.meetwright.server.pages.account.request.Notice;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;

/// A host's second factor: set up, confirmed, ended. Secrets appear only in answers that are not
/// stored, never in an address.
public final class SecondFactorPages {
  private final Access access;
  private final SecondFactor secondFactor;
  private final GuessLimit guesses;
  private final Function<ServerRequest, String> clientAddress;
  private final SecurityPages security;

  /// Creates the pages.
  ///
  /// @param clientAddress where a request comes from, an IP address
  /// @param security the page on which it is switched off
  public SecondFactorPages(
      Access access,
      Brake brake,
      SecondFactor secondFactor,
      Function<ServerRequest, String> clientAddress,
      SecurityPages security) {
    this.access = access;
    this.secondFactor = secondFactor;
    this.guesses = new GuessLimit(brake);
    this.clientAddress = clientAddress;
    this.security = security;
  }

  /// Begins to set one up.
  public PageAnswer begin(AccountRequest asked) {
    return asked.signedIn(
        access,
        AccountSection.SECURITY,
        caller -> {
          asked.form(CookiePurpose.SESSION);
          boolean begun = secondFactor.enrol(caller.host()).isPresent();
          return begun ? new PageAnswer.SeeOther(asked.link("/account/totp")) : over(asked);
        });
  }

  /// Shows what the app has to be told, until it has shown a code.
  public PageAnswer show(AccountRequest asked) {
    return asked.signedIn(
        access, AccountSection.SECURITY, caller -> page(asked, caller.host(), Status.OK_200, null));
  }

  private PageAnswer page(AccountRequest asked, Host host, Status status, @Nullable String error) {
    Optional<Enrolment> begun = secondFactor.begun(host);
    return begun
        .<PageAnswer>map(
            enrolment ->
                new PageAnswer.Page(
                    status,
                    "account/enrol",
                    new EnrolView(
                        asked.frame(AccountSection.SECURITY),
                        enrolment.secret().replaceAll("(.{4})(?!$)", "$1 "),
                        enrolment.uri(),
                        QrPicture.of(enrolment.uri()),
                        error),
                    Privacy.FORM))
        .orElseGet(() -> over(asked));
  }

  /// There is nothing to set up, or no more.
  private static PageAnswer over(AccountRequest asked) {
    return new PageAnswer.SeeOther(asked.link(AccountSection.SECURITY.path()));
  }

  /// Switches it on with a code of the app, and shows the recovery codes.
  public PageAnswer confirm(AccountRequest asked) {
    return asked.signedIn(
        access,
        AccountSection.SECURITY,
        caller -> {
          String code = asked.form(CookiePurpose.SESSION).get("code");
          return secondFactor.begun(caller.host()).isPresent()
              ? confirm(asked, caller.host(), code)
              : over(asked);
        });
  }

  private PageAnswer confirm(AccountRequest asked, Host host, String code) {
    return switch (guesses.make(
        host.email(), asked.origin(clientAddress), () -> secondFactor.confirm(host.id(), code))) {
      case Attempt.Right(List<String> codes) ->
          PageAnswer.page(
              "account/recovery",
              new RecoveryView(
                  asked.frame(AccountSection.SECURITY), String.join("\n", codes), codes.size()),
              Privacy.FORM);
      case Attempt.Wrong() ->
          page(asked, host, Status.BAD_REQUEST_400, asked.words().get("security.wrongCode"));
      case Attempt.TooMany(Duration retryAfter) ->
          page(
              asked,
              host,
              Status.TOO_MANY_REQUESTS_429,
              SecurityPages.tooManyTries(asked, retryAfter));
    };
  }

  /// Switches it off with a code.
  public PageAnswer end(AccountRequest asked) {
    return asked.signedIn(
        access,
        AccountSection.SECURITY,
        caller -> {
          String code = asked.form(CookiePurpose.SESSION).get("code");
          return secondFactor.isOn(caller.host().id()) ? end(asked, caller, code) : over(asked);
        });
  }

  private PageAnswer end(AccountRequest asked, Caller caller, String code) {
    Host host = caller.host();
    return switch (guesses.make(
        host.email(),
        asked.origin(clientAddress),
        () -> Optional.of(secondFactor.remove(host.id(), code)).filter(removed -> removed))) {
      case Attempt.Right(_) -> asked.done(AccountSection.SECURITY, Notice.SECOND_FACTOR_OFF);
      case Attempt.Wrong() ->
          security.wrong(asked, caller, "code", asked.words().get("security.wrongCode"));
      case Attempt.TooMany(Duration retryAfter) ->
          security.tooManyTries(asked, caller, "code", retryAfter);
    };
  }
}
