package org.meetwright.server.pages.account.signin;

import io.helidon.http.Status;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.account.PasswordChanges;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.Cookies.CookiePurpose;
import org.meetwright.server.pages.account.request.StaleFormException;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;

/// The pages for hosts who have forgotten their password, or are kept out by the tries of others: a
/// link is mailed to them. Nobody learns here whether an address is a host's.
public final class ForgottenPages {
  private final PasswordChanges passwordChanges;
  private final SignInContext context;
  private final boolean mailed;

  /// Creates the pages.
  ///
  /// @param mailed whether mail is sent, rather than put into files
  public ForgottenPages(SignInContext context, PasswordChanges passwordChanges, boolean mailed) {
    this.passwordChanges = passwordChanges;
    this.context = context;
    this.mailed = mailed;
  }

  /// Asks for the address.
  public PageAnswer show(AccountRequest asked) {
    return page(asked, Status.OK_200, "", null, "");
  }

  private PageAnswer page(
      AccountRequest asked, Status status, String email, @Nullable String error, String said) {
    ForgottenView view =
        new ForgottenView(
            asked.shell("forgotten.title"),
            asked.words(),
            asked.link("/login/forgotten"),
            context.formSecret(asked),
            asked.link("/login"),
            email,
            error,
            said);
    return new PageAnswer.Page(status, "forgotten", view, Privacy.FORM);
  }

  /// Has a link mailed, if the address is a host's. The answer is the same if it is not.
  public PageAnswer send(AccountRequest asked) {
    try {
      return send(asked, asked.form(CookiePurpose.FORM).get("email").strip());
    } catch (StaleFormException stale) {
      String text = asked.words().get("login.stale");
      return page(asked, Status.BAD_REQUEST_400, stale.form().get("email"), text, "");
    }
  }

  private PageAnswer send(AccountRequest asked, String email) {
    Optional<Duration> wait;
    try {
      wait = passwordChanges.forgotten(new EmailAddress(email), context.origin(asked));
    } catch (InvalidValueException notAnAddress) {
      String text = asked.words().get("forgotten.wrong");
      return page(asked, Status.BAD_REQUEST_400, email, text, "");
    }
    if (wait.isPresent()) {
      String text = LoginPages.tooMany(asked, wait.get());
      return page(asked, Status.TOO_MANY_REQUESTS_429, email, text, "");
    }
    String said = asked.words().get(mailed ? "forgotten.asked" : "forgotten.files", email);
    return page(asked, Status.OK_200, email, null, said);
  }
}
