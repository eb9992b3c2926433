package org.meetwright.server.pages.account.signin;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Caller;
import org.meetwright.core.access.code.FirstFactor;
import org.meetwright.core.access.signin.SignIn;
import org.meetwright.core.access.signin.SignIn.Attempt;
import org.meetwright.core.access.signin.SignInOutcome;
import org.meetwright.core.access.signin.SignInOutcome.CodeRequired;
import org.meetwright.core.access.signin.SignInOutcome.Refused;
import org.meetwright.core.access.signin.SignInOutcome.SignedIn;
import org.meetwright.core.access.signin.SignInOutcome.TooManyTries;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.Cookies.CookiePurpose;
import org.meetwright.server.pages.account.request.InterruptedRequest;
import org.meetwright.server.pages.account.request.StaleFormException;
import org.meetwright.server.pages.form.FormBody;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;

/// Where hosts sign in and out.
public final class LoginPages {
  private final SignIn signIn;
  private final InstantSource clock;
  private final SignInContext context;
  private final boolean provider;

  /// Creates the pages.
  ///
  /// @param provider whether hosts can sign in at a provider too
  public LoginPages(SignInContext context, SignIn signIn, InstantSource clock, boolean provider) {
    this.signIn = signIn;
    this.clock = clock;
    this.context = context;
    this.provider = provider;
  }

  /// Shows the form, or the account if the host is already signed in.
  public PageAnswer show(AccountRequest asked) {
    boolean sent = asked.interrupted().filter(InterruptedRequest::sent).isPresent();
    Caller caller = asked.caller(context.access()).orElse(null);
    if (caller == null) {
      return page(asked, Status.OK_200, "", sent ? asked.words().get("login.ended") : null);
    }
    if (sent && !caller.isRecent(clock.instant())) {
      return page(
          asked, Status.OK_200, caller.host().email().value(), asked.words().get("login.again"));
    }
    return asked.enter();
  }

  /// Shows the form.
  ///
  /// @param error what is wrong; null if nothing is
  PageAnswer page(AccountRequest asked, Status status, String email, @Nullable String error) {
    return page(asked, status, email, error, false);
  }

  private PageAnswer page(
      AccountRequest asked, Status status, String email, @Nullable String error, boolean waiting) {
    LoginView view =
        new LoginView(
            asked.shell("login.title"),
            asked.words(),
            asked.link("/login"),
            context.formSecret(asked),
            email,
            error,
            asked.link("/login/forgotten"),
            waiting,
            provider ? asked.link("/login/provider") : null);
    return new PageAnswer.Page(status, "login", view, Privacy.FORM);
  }

  /// Signs in by password. A code, if the host has set that up, is asked for on a page of its own.
  public PageAnswer signIn(AccountRequest asked) {
    FormBody form;
    try {
      form = asked.form(CookiePurpose.FORM);
    } catch (StaleFormException stale) {
      String email = stale.form().get("email");
      return page(asked, Status.BAD_REQUEST_400, email, asked.words().get("login.stale"));
    }
    String email = form.get("email");
    return switch (outcome(asked, form)) {
      case SignedIn in -> context.enter(asked, in.host(), in.session());
      case Refused() ->
          page(asked, Status.UNAUTHORIZED_401, email, asked.words().get("login.refused"));
      case CodeRequired required ->
          context.askForCode(asked, FirstFactor.Password.of(required.host()));
      case TooManyTries(Duration retryAfter) -> {
        String error = tooMany(asked, retryAfter);
        yield page(asked, Status.TOO_MANY_REQUESTS_429, email, error, true);
      }
    };
  }

  /// Returns the message for someone who has to wait.
  static String tooMany(AccountRequest asked, Duration retryAfter) {
    long seconds = retryAfter.toSeconds();
    asked.response().header(HeaderNames.RETRY_AFTER, Long.toString(seconds));
    return asked.words().get("login.tooManyTries", seconds);
  }

  private SignInOutcome outcome(AccountRequest asked, FormBody form) {
    try {
      return signIn.signIn(
          new Attempt(
              new EmailAddress(form.get("email")),
              form.get("password"),
              null,
              context.origin(asked),
              SignInContext.begunWith(asked)));
    } catch (InvalidValueException notAnAddress) {
      return new Refused();
    }
  }

  /// Signs out.
  public PageAnswer signOut(AccountRequest asked) {
    asked
        .caller(context.access())
        .ifPresent(
            caller -> {
              asked.form(CookiePurpose.SESSION);
              end(caller);
            });
    asked.cookies().remove(asked.response(), CookiePurpose.SESSION);
    return new PageAnswer.SeeOther(asked.link("/login"));
  }

  private void end(Caller caller) {
    context.access().sessions().end(caller.host().id(), caller.credential());
  }
}
