package org.meetwright.server.pages.account.profile;

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
public final class ProfilePages {
  private final Access access;
  private final EmailChanges emailChanges;
  private final boolean mailed;

  /// Creates the pages.
  ///
  /// @param mailed whether mail is sent, rather than put into files
  public ProfilePages(Access access, EmailChanges emailChanges, boolean mailed) {
    this.access = access;
    this.emailChanges = emailChanges;
    this.mailed = mailed;
  }

  /// Shows it.
  public Answer show(AccountRequest asked) {
    return asked.signedIn(
        access,
        Room.PROFILE,
        caller -> page(asked, caller, Status.OK_200, asked.typed(Room.PROFILE).get("email"), null));
  }

  /// Shows it.
  ///
  /// @param typed an e-mail address that was typed
  /// @param error what is wrong with it; null if nothing is
  public Answer page(
      AccountRequest asked, Caller caller, Status status, String typed, @Nullable String error) {
    Host host = caller.host();
    String pending =
        emailChanges
            .pending(host.id())
            .map(waiting -> pending(asked, caller, waiting))
            .orElse(null);
    ProfileView view =
        new ProfileView(
            asked.frame(Room.PROFILE), host.name(), host.email().value(), pending, typed, error);
    return new Answer.Page(status, "account/profile", view, Privacy.FORM);
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
