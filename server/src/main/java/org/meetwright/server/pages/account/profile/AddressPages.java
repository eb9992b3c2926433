package org.meetwright.server.pages.account.profile;

import io.helidon.http.Status;
import java.time.Duration;
import java.time.InstantSource;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.Caller;
import org.meetwright.core.account.EmailChanges;
import org.meetwright.core.account.EmailChanges.AskOutcome;
import org.meetwright.core.account.EmailChanges.ConfirmOutcome;
import org.meetwright.core.account.EmailChanges.Waiting;
import org.meetwright.core.host.Host;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.AccountSection;
import org.meetwright.server.pages.account.request.Cookies.CookiePurpose;
import org.meetwright.server.pages.account.request.Notice;
import org.meetwright.server.pages.form.FormBody;
import org.meetwright.server.pages.frame.MessageView;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;

/// A host's e-mail address: another one is asked for, given up, and confirmed by the link that was
/// mailed there, in whatever browser. Looking at that page changes nothing, since programs that
/// look for bad mail follow links.
public final class AddressPages {
  private final InstantSource clock;
  private final Access access;
  private final EmailChanges changes;
  private final ProfilePage profile;

  /// Shows the page that the form is on.
  @FunctionalInterface
  public interface ProfilePage {
    /// Shows it.
    ///
    /// @param email what was typed
    /// @param error what is wrong with it
    PageAnswer show(AccountRequest asked, Caller caller, Status status, String email, String error);
  }

  /// Creates the pages.
  public AddressPages(
      InstantSource clock, Access access, EmailChanges emailChanges, ProfilePage profile) {
    this.clock = clock;
    this.access = access;
    this.changes = emailChanges;
    this.profile = profile;
  }

  /// Asks for another address, in a session that has begun lately.
  public PageAnswer ask(AccountRequest asked) {
    return asked.signedIn(
        access,
        AccountSection.PROFILE,
        caller -> {
          FormBody form = asked.form(CookiePurpose.SESSION);
          return caller.isRecent(clock.instant())
              ? ask(asked, caller, form.get("email").strip())
              : asked.signInAgain(AccountSection.PROFILE, form);
        });
  }

  private PageAnswer ask(AccountRequest asked, Caller caller, String email) {
    try {
      return switch (changes.ask(caller.host(), new EmailAddress(email))) {
        case AskOutcome.Asked _ -> asked.done(AccountSection.PROFILE, Notice.EMAIL_ASKED);
        case AskOutcome.Same _ -> asked.done(AccountSection.PROFILE, Notice.EMAIL_GIVEN_UP);
        case AskOutcome.TooManyMails(Duration retryAfter) -> {
          long minutes = retryAfter.plusSeconds(59).toMinutes();
          Status status = asked.tooMany(retryAfter);
          yield profile.show(
              asked, caller, status, email, asked.words().get("address.tooMany", minutes));
        }
      };
    } catch (InvalidValueException wrong) {
      return profile.show(
          asked, caller, Status.BAD_REQUEST_400, email, asked.words().get("address.wrong"));
    }
  }

  /// Gives up the change that waits.
  public PageAnswer giveUp(AccountRequest asked) {
    return asked.signedIn(
        access,
        AccountSection.PROFILE,
        caller -> {
          asked.form(CookiePurpose.SESSION);
          changes.giveUp(caller.host().id());
          return asked.done(AccountSection.PROFILE, Notice.EMAIL_GIVEN_UP);
        });
  }

  /// Shows what the link would put in force.
  public PageAnswer show(AccountRequest asked) {
    return changes
        .look(token(asked))
        .map(waiting -> page(asked, waiting))
        .orElseGet(() -> message(asked, Status.GONE_410, "address.gone"));
  }

  private static String token(AccountRequest asked) {
    return asked.request().path("token");
  }

  private static PageAnswer page(AccountRequest asked, Waiting waiting) {
    Host host = waiting.host();
    ConfirmAddressView view =
        new ConfirmAddressView(
            asked.shell("address.confirm.title"),
            asked.words(),
            asked.link("/login/email/" + token(asked)),
            host.handle().value(),
            waiting.email().value(),
            host.email().value());
    return new PageAnswer.Page(Status.OK_200, "confirmaddress", view, Privacy.SECRET);
  }

  /// Puts it in force.
  public PageAnswer confirm(AccountRequest asked) {
    return switch (changes.confirm(token(asked))) {
      case ConfirmOutcome.Confirmed _ -> message(asked, Status.OK_200, "address.confirmed");
      case ConfirmOutcome.LinkExpired() -> message(asked, Status.GONE_410, "address.gone");
      case ConfirmOutcome.Taken _ -> message(asked, Status.CONFLICT_409, "address.taken");
    };
  }

  private static PageAnswer message(AccountRequest asked, Status status, String key) {
    MessageView view =
        new MessageView(
            asked.shell(key + ".title"),
            asked.words().get(key + ".title"),
            asked.words().get(key + ".text"),
            asked.link(AccountSection.PROFILE.path()),
            asked.words().get("address.account"));
    return new PageAnswer.Page(status, "message", view, Privacy.SECRET);
  }
}
