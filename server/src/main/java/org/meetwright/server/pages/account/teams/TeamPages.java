package org.meetwright.server.pages.account.teams;

import io.helidon.http.Status;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.Caller;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.team.Memberships;
import org.meetwright.core.team.Team;
import org.meetwright.core.team.Teams;
import org.meetwright.core.value.Ids;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.AccountSection;
import org.meetwright.server.pages.account.request.Cookies.CookiePurpose;
import org.meetwright.server.pages.account.request.Notice;
import org.meetwright.server.pages.account.teams.TeamsPageView.Own;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;

/// A host's teams: seen, accepted, left.
public final class TeamPages {
  private final Access access;
  private final Memberships memberships;
  private final Teams teams;
  private final Hosts hosts;

  /// Creates the pages.
  public TeamPages(Memberships memberships, Teams teams, Hosts hosts, Access access) {
    this.access = access;
    this.memberships = memberships;
    this.teams = teams;
    this.hosts = hosts;
  }

  /// Lists them.
  public PageAnswer show(AccountRequest asked) {
    return asked.signedIn(
        access,
        AccountSection.TEAMS,
        caller ->
            page(
                asked,
                caller,
                Status.OK_200,
                TeamForm.of(asked.typed(AccountSection.TEAMS)),
                Map.of()));
  }

  private PageAnswer page(
      AccountRequest asked,
      Caller caller,
      Status status,
      TeamForm form,
      Map<String, String> errors) {
    UUID hostId = caller.host().id();
    List<Own> own =
        teams.list(hostId).stream()
            .filter(team -> team.ownerId().equals(hostId))
            .map(
                team ->
                    new Own(
                        team.id().toString(),
                        team.name(),
                        asked.words().get("team.members", team.members().size()),
                        asked.link(OwnTeamPages.place(team.id()).address())))
            .toList();
    TeamsPageView view =
        new TeamsPageView(
            asked.frame(AccountSection.TEAMS), memberships.list(hostId), own, form, errors);
    return new PageAnswer.Page(status, "account/teams", view, Privacy.FORM);
  }

  /// Makes a team, with its host as the first member.
  public PageAnswer make(AccountRequest asked) {
    return asked.signedIn(
        access,
        AccountSection.TEAMS,
        caller -> {
          Host host = caller.host();
          TeamForm typed = TeamForm.of(asked.form(CookiePurpose.SESSION));
          TeamForm form =
              new TeamForm(
                  typed.name(),
                  typed.handle(),
                  List.of(new TeamForm.Member(host.handle().value(), "1", "0")));
          return switch (form.check(Ids.next(), host.id(), hosts, asked.words())) {
            case TeamForm.Wrong(var errors) ->
                page(asked, caller, Status.BAD_REQUEST_400, typed, errors);
            case TeamForm.Right(var team) -> make(asked, caller, typed, team);
          };
        });
  }

  private PageAnswer make(AccountRequest asked, Caller caller, TeamForm typed, Team wish) {
    try {
      Team made = teams.add(caller.host(), wish);
      return asked.done(OwnTeamPages.place(made.id()), Notice.TEAM_ADDED);
    } catch (InvalidValueException taken) {
      Map<String, String> errors = Map.of("handle", asked.words().get("team.wrong.handleTaken"));
      return page(asked, caller, Status.BAD_REQUEST_400, typed, errors);
    }
  }

  /// Accepts an invitation.
  public PageAnswer accept(AccountRequest asked) {
    return asked.signedIn(
        access,
        AccountSection.TEAMS,
        caller -> {
          asked.form(CookiePurpose.SESSION);
          boolean joined =
              asked.id().flatMap(id -> memberships.accept(caller.host().id(), id)).isPresent();
          return asked.done(AccountSection.TEAMS, joined ? Notice.TEAM_JOINED : Notice.TEAM_GONE);
        });
  }

  /// Leaves a team, or declines its invitation. What is gone already needs no leaving.
  public PageAnswer leave(AccountRequest asked) {
    return asked.signedIn(
        access,
        AccountSection.TEAMS,
        caller -> {
          asked.form(CookiePurpose.SESSION);
          asked.id().ifPresent(id -> memberships.leave(caller.host().id(), id));
          return asked.done(AccountSection.TEAMS, Notice.TEAM_LEFT);
        });
  }
}
