package org.meetwright.server.pages.account.teams;

import org.meetwright.core.access.Access;
import org.meetwright.core.team.Memberships;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.Cookies.Kind;
import org.meetwright.server.pages.account.request.Notice;
import org.meetwright.server.pages.account.request.Room;
import org.meetwright.server.pages.web.Answer;
import org.meetwright.server.pages.web.Answer.Privacy;

/// A host's teams: seen, accepted, left.
public final class TeamPages {
  private final Access access;
  private final Memberships memberships;

  /// Creates the pages.
  public TeamPages(Memberships memberships, Access access) {
    this.access = access;
    this.memberships = memberships;
  }

  /// Lists them.
  public Answer show(AccountRequest asked) {
    return asked.signedIn(
        access,
        Room.TEAMS,
        caller ->
            Answer.page(
                "account/teams",
                new TeamsView(asked.frame(Room.TEAMS), memberships.list(caller.host().id())),
                Privacy.FORM));
  }

  /// Accepts an invitation.
  public Answer accept(AccountRequest asked) {
    return asked.signedIn(
        access,
        Room.TEAMS,
        caller -> {
          asked.form(Kind.SESSION);
          boolean joined =
              asked.id().flatMap(id -> memberships.accept(caller.host().id(), id)).isPresent();
          return asked.done(Room.TEAMS, joined ? Notice.TEAM_JOINED : Notice.TEAM_GONE);
        });
  }

  /// Leaves a team, or declines its invitation. What is gone already needs no leaving.
  public Answer leave(AccountRequest asked) {
    return asked.signedIn(
        access,
        Room.TEAMS,
        caller -> {
          asked.form(Kind.SESSION);
          asked.id().ifPresent(id -> memberships.leave(caller.host().id(), id));
          return asked.done(Room.TEAMS, Notice.TEAM_LEFT);
        });
  }
}
