package org.meetwright.server.pages.account.signin;

import io.helidon.http.Status;
import java.util.Map;
import org.meetwright.core.access.code.FirstFactor;
import org.meetwright.core.access.password.Weakness;
import org.meetwright.core.account.PasswordChanges;
import org.meetwright.core.account.PasswordChanges.ResetOutcome;
import org.meetwright.core.host.Host;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.Notice;
import org.meetwright.server.pages.account.security.PasswordForm;
import org.meetwright.server.pages.frame.MessageView;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;

/// Where a mailed link leads: another password is chosen. Looking changes nothing, since programs
/// that look for bad mail follow links. The link's secret is all that the form needs to show that
/// it may be sent.
public final class NewPasswordPages {
  private final PasswordChanges passwordChanges;
  private final SignInContext context;

  /// Creates the pages.
  public NewPasswordPages(SignInContext context, PasswordChanges passwordChanges) {
    this.passwordChanges = passwordChanges;
    this.context = context;
  }

  /// Asks for the password.
  public PageAnswer show(AccountRequest asked) {
    return passwordChanges
        .look(token(asked))
        .map(host -> page(asked, host, Status.OK_200, Map.of()))
        .orElseGet(() -> gone(asked));
  }

  private static String token(AccountRequest asked) {
    return asked.request().path("token");
  }

  private static PageAnswer page(
      AccountRequest asked, Host host, Status status, Map<String, String> errors) {
    NewPasswordView view =
        new NewPasswordView(
            asked.shell("newPassword.title"),
            asked.words(),
            asked.link("/login/password/" + token(asked)),
            host.email().value(),
            errors);
    return new PageAnswer.Page(status, "newpassword", view, Privacy.SECRET);
  }

  private static PageAnswer gone(AccountRequest asked) {
    MessageView view =
        new MessageView(
            asked.shell("newPassword.gone.title"),
            asked.words().get("newPassword.gone.title"),
            asked.words().get("newPassword.gone.text"),
            asked.link("/login/forgotten"),
            asked.words().get("newPassword.gone.again"));
    return new PageAnswer.Page(Status.GONE_410, "message", view, Privacy.SECRET);
  }

  /// Keeps the password, and lets the host in: a second factor is asked for all the same.
  public PageAnswer choose(AccountRequest asked) {
    PasswordForm form = PasswordForm.of(asked.request().form());
    Host host = passwordChanges.look(token(asked)).orElse(null);
    if (host == null) {
      return gone(asked);
    }
    if (asked.isFromElsewhere()) {
      return page(asked, host, Status.FORBIDDEN_403, Map.of());
    }
    Map<String, String> errors = form.errors(asked.words());
    return errors.isEmpty()
        ? choose(asked, host, form.chosen())
        : page(asked, host, Status.BAD_REQUEST_400, errors);
  }

  private PageAnswer choose(AccountRequest asked, Host host, String chosen) {
    return switch (passwordChanges.reset(token(asked), chosen)) {
      case ResetOutcome.LinkExpired() -> gone(asked);
      case ResetOutcome.Weak(Weakness weakness) ->
          page(
              asked,
              host,
              Status.BAD_REQUEST_400,
              Map.of("new", asked.words().get(PasswordForm.key(weakness))));
      case ResetOutcome.Reset(Host reset) -> {
        asked.keep(Notice.PASSWORD);
        yield context.enterOrAskForCode(asked, reset, FirstFactor.Password.of(reset));
      }
    };
  }
}
