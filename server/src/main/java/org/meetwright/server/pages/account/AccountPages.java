package org.meetwright.server.pages.account;

import io.helidon.http.Status;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.Caller;
import org.meetwright.core.account.EmailChanges;
import org.meetwright.core.account.EmailChanges.PendingEmail;
import org.meetwright.core.host.Host;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.Room;
import org.meetwright.server.pages.web.Answer;
import org.meetwright.server.pages.web.Answer.Privacy;

/// Who a host is.
final class AccountPages {
  private final Access access;
  private final EmailChanges emailChanges;
  private final boolean mailed;

  /// @param mailed whether mail is sent, rather than put into files
  AccountPages(Access access, EmailChanges emailChanges, boolean mailed) {
    this.access = access;
    this.emailChanges = emailChanges;
    this.mailed = mailed;
  }

  /// Shows it.
  Answer show(AccountRequest asked) {
    return asked.signedIn(
        access,
        Room.OVERVIEW,
        caller ->
            page(asked, caller, Status.OK_200, asked.typed(Room.OVERVIEW).get("email"), null));
  }

  /// Shows it.
  ///
  /// @param typed an e-mail address that was typed
  /// @param error what is wrong with it; null if nothing is
  Answer page(
      AccountRequest asked, Caller caller, Status status, String typed, @Nullable String error) {
    Host host = caller.host();
    String pending =
        emailChanges
            .pending(host.id())
            .map(waiting -> pending(asked, caller, waiting))
            .orElse(null);
    AccountView view =
        new AccountView(
            asked.frame(Room.OVERVIEW), host.name(), host.email().value(), pending, typed, error);
    return new Answer.Page(status, "account/overview", view, Privacy.FORM);
  }

  private String pending(AccountRequest asked, Caller caller, PendingEmail waiting) {
    return asked
        .words()
        .get(
            mailed ? "address.pending" : "address.pendingFiles",
            waiting.email().value(),
            asked.written(waiting.expiresAt(), caller),
            caller.host().handle().value());
  }
}
