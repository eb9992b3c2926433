package org.meetwright.server.pages.account.teams;

import io.helidon.http.Status;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.Caller;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.team.Team;
import org.meetwright.core.team.TeamMember;
import org.meetwright.core.team.Teams;
import org.meetwright.core.team.Teams.Deletion;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.pages.account.request.AccountPlace;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.AccountSection;
import org.meetwright.server.pages.account.request.Cookies.CookiePurpose;
import org.meetwright.server.pages.account.request.Notice;
import org.meetwright.server.pages.account.request.PageRules;
import org.meetwright.server.pages.form.FormBody;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;

/// A team that a host made: its name, its handle, its members.
public final class OwnTeamPages {
  private static final String PATH = "/account/teams/{id}";

  private final Access access;
  private final Teams teams;
  private final Hosts hosts;
  private final Supplier<URI> publicUrl;

  /// Creates the pages.
  ///
  /// @param publicUrl the address under which invitees reach the server
  public OwnTeamPages(Access access, Teams teams, Hosts hosts, Supplier<URI> publicUrl) {
    this.access = access;
    this.teams = teams;
    this.hosts = hosts;
    this.publicUrl = publicUrl;
  }

  /// Registers them.
  public void on(PageRules rules) {
    rules.get(PATH, this::show).post(PATH, this::change).post(PATH + "/delete", this::delete);
  }

  /// Returns the page of a team.
  static AccountPlace place(UUID id) {
    return new AccountPlace(AccountSection.TEAMS, AccountSection.TEAMS.path() + "/" + id);
  }

  private PageAnswer show(AccountRequest asked) {
    return of(
        asked,
        (caller, team) -> {
          FormBody typed = asked.typed(place(team.id()));
          TeamForm form =
              typed.fields().isEmpty() ? TeamForm.of(team, this::handle) : TeamForm.of(typed);
          return page(asked, Status.OK_200, team, form, Map.of(), "");
        });
  }

  private String handle(UUID hostId) {
    return hosts.find(hostId).map(host -> host.handle().value()).orElse("");
  }

  private PageAnswer of(AccountRequest asked, BiFunction<Caller, Team, PageAnswer> answer) {
    return asked.signedIn(
        access,
        asked.id().map(OwnTeamPages::place).orElse(AccountPlace.of(AccountSection.TEAMS)),
        caller -> {
          asked.checkForm();
          return asked
              .id()
              .flatMap(teams::find)
              .filter(team -> team.ownerId().equals(caller.host().id()))
              .map(team -> answer.apply(caller, team))
              .orElseGet(PageAnswer::notFound);
        });
  }

  private PageAnswer page(
      AccountRequest asked,
      Status status,
      Team team,
      TeamForm form,
      Map<String, String> errors,
      String focus) {
    List<String> invited =
        team.members().stream()
            .filter(member -> !member.accepted())
            .map(TeamMember::hostId)
            .map(this::handle)
            .toList();
    OwnTeamView view =
        new OwnTeamView(
            asked.frame(AccountSection.TEAMS, team.name()),
            team.name(),
            asked.link(place(team.id()).address()),
            publicUrl.get() + "/" + team.handle(),
            form,
            invited,
            errors,
            focus);
    return new PageAnswer.Page(status, "account/team", view, Privacy.FORM);
  }

  /// Changes the form by a row, or saves it: what its button says.
  private PageAnswer change(AccountRequest asked) {
    return of(
        asked,
        (caller, team) -> {
          FormBody sent = asked.form(CookiePurpose.SESSION);
          TeamForm form = TeamForm.of(sent);
          String wish = sent.get("do");
          if (wish.equals("add.member")) {
            TeamForm more = form.withMember();
            String focus = "member-" + (more.members().size() - 1);
            return page(asked, Status.OK_200, team, more, Map.of(), focus);
          }
          if (wish.matches("remove\\.member\\.\\d{1,3}")) {
            int row = Integer.parseInt(wish.substring("remove.member.".length()));
            return page(
                asked, Status.OK_200, team, form.withoutMember(row), Map.of(), "member-add");
          }
          return save(asked, caller, team, form);
        });
  }

  private PageAnswer save(AccountRequest asked, Caller caller, Team team, TeamForm form) {
    return switch (form.check(team.id(), caller.host().id(), hosts, asked.words())) {
      case TeamForm.Wrong(var errors) -> wrong(asked, team, form, errors);
      case TeamForm.Right(var wish) -> {
        try {
          yield teams
              .replace(caller.host(), wish)
              .map(saved -> asked.done(place(saved.id()), Notice.TEAM_SAVED))
              .orElseGet(PageAnswer::notFound);
        } catch (InvalidValueException taken) {
          String error = asked.words().get("team.wrong.handleTaken");
          yield wrong(asked, team, form, Map.of("handle", error));
        }
      }
    };
  }

  private PageAnswer wrong(
      AccountRequest asked, Team team, TeamForm form, Map<String, String> errors) {
    String focus = errors.keySet().iterator().next().replace('.', '-');
    return page(asked, Status.BAD_REQUEST_400, team, form, errors, focus);
  }

  private PageAnswer delete(AccountRequest asked) {
    return of(
        asked,
        (caller, team) -> {
          asked.form(CookiePurpose.SESSION);
          return switch (teams.delete(caller.host().id(), team.id())) {
            case Deletion.Deleted() -> asked.done(AccountSection.TEAMS, Notice.TEAM_DELETED);
            case Deletion.NotFound() -> PageAnswer.notFound();
            case Deletion.InUse(var why) -> asked.done(place(team.id()), Notice.TEAM_IN_USE);
          };
        });
  }
}
