package org.meetwright.server.pages.account.signin;

import io.helidon.http.Status;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.code.CodeSignIn;
import org.meetwright.core.access.code.FirstFactor;
import org.meetwright.core.access.signin.SignInOutcome.CodeRequired;
import org.meetwright.core.access.signin.SignInOutcome.Refused;
import org.meetwright.core.access.signin.SignInOutcome.SignedIn;
import org.meetwright.core.access.signin.SignInOutcome.TooManyTries;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.Cookies.CookiePurpose;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;

/// Asks for the code of a host who has proved everything else: the password, or the identity at a
/// provider.
public final class CodePages {
  private final CodeSignIn codeSignIn;
  private final SignInContext context;
  private final LoginPages login;

  /// Creates the pages.
  ///
  /// @param login where those begin again who came too late, or are refused
  public CodePages(SignInContext context, CodeSignIn codeSignIn, LoginPages login) {
    this.codeSignIn = codeSignIn;
    this.context = context;
    this.login = login;
  }

  /// Asks for it; someone who has proved nothing, or too long ago, is sent back to the beginning.
  public PageAnswer show(AccountRequest asked) {
    return shown(asked).flatMap(codeSignIn::host).isPresent()
        ? page(asked, Status.OK_200, null)
        : fromTheBeginning(asked);
  }

  private Optional<FirstFactor> shown(AccountRequest asked) {
    return context.codeStep().read(asked.cookie(CookiePurpose.CODE));
  }

  private static PageAnswer fromTheBeginning(AccountRequest asked) {
    return new PageAnswer.SeeOther(asked.link("/login"));
  }

  private PageAnswer page(AccountRequest asked, Status status, @Nullable String error) {
    CodeView view =
        new CodeView(
            asked.shell("login.title"),
            asked.words(),
            asked.link(SignInContext.CODE),
            asked.link("/login"),
            context.formSecret(asked),
            error);
    return new PageAnswer.Page(status, "code", view, Privacy.FORM);
  }

  /// Looks at it. Only then is the host let in.
  public PageAnswer enter(AccountRequest asked) {
    String code = asked.form(CookiePurpose.FORM).get("code");
    return shown(asked)
        .map(shown -> enter(asked, shown, code))
        .orElseGet(() -> again(asked, "login.stale"));
  }

  private PageAnswer again(AccountRequest asked, String why) {
    return login.page(asked, Status.UNAUTHORIZED_401, "", asked.words().get(why));
  }

  private PageAnswer enter(AccountRequest asked, FirstFactor shown, String code) {
    return switch (codeSignIn.enter(
        shown, code, context.origin(asked), SignInContext.begunWith(asked))) {
      case SignedIn in -> context.enter(asked, in.host(), in.session());
      case Refused() ->
          again(asked, shown instanceof FirstFactor.Provider ? "login.unknown" : "login.stale");
      case CodeRequired _ ->
          page(asked, Status.UNAUTHORIZED_401, asked.words().get("security.wrongCode"));
      case TooManyTries(Duration retryAfter) ->
          page(asked, Status.TOO_MANY_REQUESTS_429, LoginPages.tooMany(asked, retryAfter));
    };
  }
}
