package org.meetwright.server.pages.account;

import java.util.List;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.Caller;
import org.meetwright.core.host.Host;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.Cookies.Kind;
import org.meetwright.server.pages.account.request.Credential;
import org.meetwright.server.pages.account.request.Notice;
import org.meetwright.server.pages.account.request.Room;
import org.meetwright.server.pages.web.Answer;
import org.meetwright.server.pages.web.Answer.Privacy;

/// Who a host is, and where he is signed in.
final class AccountPages {
  private final Access access;

  AccountPages(Access access) {
    this.access = access;
  }

  /// Shows it.
  Answer show(AccountRequest asked) {
    return asked.signedIn(access, caller -> page(asked, caller));
  }

  private Answer page(AccountRequest asked, Caller caller) {
    Host host = caller.host();
    List<Credential> sessions =
        access.sessions().list(host.id()).stream()
            .map(session -> Credential.of(asked, caller, session))
            .toList();
    return Answer.page(
        "account/overview",
        new AccountView(asked.frame(Room.OVERVIEW), host.name(), host.email().value(), sessions),
        Privacy.FORM);
  }

  /// Ends a session. What is gone already, or never was his, needs no ending.
  Answer endSession(AccountRequest asked) {
    return asked.signedIn(
        access,
        caller -> {
          asked.form(Kind.SESSION);
          asked.id().ifPresent(id -> access.sessions().end(caller.host().id(), id));
          return asked.done(Room.OVERVIEW, Notice.SESSION_ENDED);
        });
  }
}
