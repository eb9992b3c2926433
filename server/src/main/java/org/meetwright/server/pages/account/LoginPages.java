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
import org.meetwright.core.access.brake.KnownDevices;
import org.meetwright.core.access.signin.SignIn.Attempt;
import org.meetwright.core.access.signin.SignInOutcome;
import org.meetwright.core.access.signin.SignInOutcome.CodeRequired;
import org.meetwright.core.access.signin.SignInOutcome.Refused;
import org.meetwright.core.access.signin.SignInOutcome.SignedIn;
import org.meetwright.core.access.signin.SignInOutcome.TooManyTries;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.Cookies.Kind;
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
  Answer show(AccountRequest asked) {
    return asked.caller(core.access()).isPresent()
        ? new Answer.SeeOther(asked.link("/account"))
        : page(asked, Status.OK_200, "", null);
  }

  /// Shows the form.
  ///
  /// @param error what is wrong; null if nothing is
  Answer page(AccountRequest asked, Status status, String email, @Nullable String error) {
    LoginView view =
        new LoginView(
            asked.shell("login.title"),
            asked.words(),
            asked.link("/login"),
            formSecret(asked),
            email,
            error,
            provider ? asked.link("/login/provider") : null);
    return new Answer.Page(status, "login", view, Privacy.FORM);
  }

  /// Returns what a form carries before there is a session.
  String formSecret(AccountRequest asked) {
    String secret = asked.cookie(Kind.FORM);
    if (secret.isEmpty()) {
      secret = Secrets.next();
      asked.cookies().set(asked.response(), Kind.FORM, secret, FORM_LASTS);
    }
    return Csrf.token(secret);
  }

  /// Signs in.
  Answer signIn(AccountRequest asked) {
    FormBody form = asked.form(Kind.FORM);
    String email = form.get("email");
    return switch (outcome(asked, form)) {
      case SignedIn in -> {
        Answer entered = enter(asked, in.session());
        String device = core.knownDevices().remember(in.host().email());
        asked.cookies().set(asked.response(), Kind.DEVICE, device, KnownDevices.KNOWN);
        yield entered;
      }
      case Refused() ->
          page(asked, Status.UNAUTHORIZED_401, email, asked.words().get("login.refused"));
      case CodeRequired(boolean given) ->
          page(
              asked,
              Status.UNAUTHORIZED_401,
              email,
              asked.words().get(given ? "login.codeWrong" : "login.codeMissing"));
      case TooManyTries(Duration retryAfter) -> {
        long seconds = retryAfter.toSeconds();
        asked.response().header(HeaderNames.RETRY_AFTER, Long.toString(seconds));
        String error = asked.words().get("login.tooManyTries", seconds);
        yield page(asked, Status.TOO_MANY_REQUESTS_429, email, error);
      }
    };
  }

  private SignInOutcome outcome(AccountRequest asked, FormBody form) {
    String code = form.get("code").strip();
    try {
      return core.signIn()
          .signIn(
              new Attempt(
                  new EmailAddress(form.get("email")),
                  form.get("password"),
                  code.isEmpty() ? null : code,
                  asked.origin(clientAddress),
                  begunWith(asked)));
    } catch (InvalidValueException notAnAddress) {
      return new Refused();
    }
  }

  /// Returns how the visitor's browser calls itself.
  static String begunWith(AccountRequest asked) {
    return asked.request().request().headers().first(HeaderNames.USER_AGENT).orElse("");
  }

  /// Keeps a session that has begun in the browser, and goes to the account.
  static Answer enter(AccountRequest asked, Sessions.Begun session) {
    asked.cookies().set(asked.response(), Kind.SESSION, session.token(), Sessions.LASTS);
    asked.cookies().remove(asked.response(), Kind.FORM);
    return new Answer.SeeOther(asked.link("/account"));
  }

  /// Signs out.
  Answer signOut(AccountRequest asked) {
    asked
        .caller(core.access())
        .ifPresent(
            caller -> {
              asked.form(Kind.SESSION);
              end(caller);
            });
    asked.cookies().remove(asked.response(), Kind.SESSION);
    return new Answer.SeeOther(asked.link("/login"));
  }

  private void end(Caller caller) {
    core.access().sessions().end(caller.host().id(), caller.credential());
  }
}
