package org.meetwright.server.pages.account;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.Core;
import org.meetwright.core.access.Caller;
import org.meetwright.core.access.Secrets;
import org.meetwright.core.access.Sessions;
import org.meetwright.core.access.signin.SignIn.Attempt;
import org.meetwright.core.access.signin.SignInOutcome;
import org.meetwright.core.access.signin.SignInOutcome.CodeRequired;
import org.meetwright.core.access.signin.SignInOutcome.Refused;
import org.meetwright.core.access.signin.SignInOutcome.SignedIn;
import org.meetwright.core.access.signin.SignInOutcome.TooManyTries;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.pages.account.Cookies.Kind;
import org.meetwright.server.pages.form.FormBody;
import org.meetwright.server.pages.web.Answer;
import org.meetwright.server.pages.web.Answer.Privacy;
import org.meetwright.server.pages.web.Csrf;

/// Where hosts sign in and out.
final class LoginPages {
  private static final Duration FORM_LASTS = Duration.ofHours(8);

  private final Core core;
  private final Function<ServerRequest, String> clientAddress;
  private final boolean provider;

  /// @param provider whether hosts can sign in at a provider too
  LoginPages(Core core, Function<ServerRequest, String> clientAddress, boolean provider) {
    this.core = core;
    this.clientAddress = clientAddress;
    this.provider = provider;
  }

  /// Shows the form; to who is signed in already, his account.
  Answer show(Visit visit) {
    return visit.caller(core.access()).isPresent()
        ? new Answer.SeeOther(visit.link("/account"))
        : page(visit, Status.OK_200, "", null);
  }

  /// Shows the form.
  ///
  /// @param error what is wrong; null if nothing is
  Answer page(Visit visit, Status status, String email, @Nullable String error) {
    String secret = visit.cookie(Kind.FORM);
    if (secret.isEmpty()) {
      secret = Secrets.next();
      visit.cookies().set(visit.response(), Kind.FORM, secret, FORM_LASTS);
    }
    LoginView view =
        new LoginView(
            visit.shell("login.title"),
            visit.words(),
            visit.link("/login"),
            Csrf.token(secret),
            email,
            error,
            provider ? visit.link("/login/provider") : null);
    return new Answer.Page(status, "login", view, Privacy.FORM);
  }

  /// Signs in.
  Answer signIn(Visit visit) {
    FormBody form = visit.form(Kind.FORM);
    String email = form.get("email");
    return switch (outcome(visit, form)) {
      case SignedIn in -> enter(visit, in.session());
      case Refused() ->
          page(visit, Status.UNAUTHORIZED_401, email, visit.words().get("login.refused"));
      case CodeRequired(boolean given) ->
          page(
              visit,
              Status.UNAUTHORIZED_401,
              email,
              visit.words().get(given ? "login.codeWrong" : "login.codeMissing"));
      case TooManyTries(Duration retryAfter) -> {
        long seconds = retryAfter.toSeconds();
        visit.response().header(HeaderNames.RETRY_AFTER, Long.toString(seconds));
        String error = visit.words().get("login.tooManyTries", seconds);
        yield page(visit, Status.TOO_MANY_REQUESTS_429, email, error);
      }
    };
  }

  private SignInOutcome outcome(Visit visit, FormBody form) {
    String code = form.get("code").strip();
    ServerRequest request = visit.request().request();
    try {
      return core.signIn()
          .signIn(
              new Attempt(
                  new EmailAddress(form.get("email")),
                  form.get("password"),
                  code.isEmpty() ? null : code,
                  clientAddress.apply(request),
                  begunWith(visit)));
    } catch (InvalidValueException notAnAddress) {
      return new Refused();
    }
  }

  /// Returns how the visitor's browser calls itself.
  static String begunWith(Visit visit) {
    return visit.request().request().headers().first(HeaderNames.USER_AGENT).orElse("");
  }

  /// Keeps a session that has begun in the browser, and goes to the account.
  static Answer enter(Visit visit, Sessions.Begun session) {
    visit.cookies().set(visit.response(), Kind.SESSION, session.token(), Sessions.LASTS);
    visit.cookies().remove(visit.response(), Kind.FORM);
    return new Answer.SeeOther(visit.link("/account"));
  }

  /// Signs out.
  Answer signOut(Visit visit) {
    visit
        .caller(core.access())
        .ifPresent(
            caller -> {
              visit.form(Kind.SESSION);
              end(caller);
            });
    visit.cookies().remove(visit.response(), Kind.SESSION);
    return new Answer.SeeOther(visit.link("/login"));
  }

  private void end(Caller caller) {
    core.access().sessions().end(caller.host().id(), caller.credential());
  }
}
