package org.meetwright.desktop.teams;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.form.Form;
import org.meetwright.desktop.screen.ScreenWork;
import org.meetwright.desktop.session.Session;
import org.meetwright.desktop.text.Words;
import org.meetwright.server.api.model.colleague.ApiColleague;
import org.meetwright.server.api.model.team.ApiMembership;
import org.meetwright.server.api.model.team.ApiTeam;
import org.meetwright.server.api.model.team.TeamRequest;
import org.meetwright.server.client.ApiClient;

/// The state of the screen of teams.
public final class TeamsViewModel {
  private static final double EVEN = 0.5;

  private final Session session;
  private final ScreenWork<List<TeamCard>> work;
  private final Form form = new Form(() -> {});
  private final ObservableList<TeamCard> teams = FXCollections.observableArrayList();
  private final ObservableList<TeamCard> teamsShown =
      FXCollections.unmodifiableObservableList(teams);
  private final ReadOnlyBooleanWrapper editing = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable UUID> changing = new ReadOnlyObjectWrapper<>();

  /// Creates it.
  public TeamsViewModel(Session session) {
    this.session = session;
    Words words = session.words();
    this.work =
        new ScreenWork<>(
            session,
            words.get("teams.loading"),
            words.get("saving"),
            type -> type.startsWith("team."),
            client -> load(client, words),
            this::show);
  }

  private static List<TeamCard> load(ApiClient client, Words words) {
    List<TeamCard> all = new ArrayList<>();
    for (ApiTeam team : client.teams().listTeams()) {
      all.add(
          new TeamCard(
              team.id(),
              team.handle(),
              team.name(),
              true,
              "",
              false,
              members(client, team.id(), words)));
    }
    Set<UUID> own = all.stream().map(TeamCard::id).collect(Collectors.toSet());
    for (ApiMembership in : client.teams().listMemberships()) {
      if (!own.contains(in.team().id())) {
        boolean invited = in.state().equals("invited");
        all.add(
            new TeamCard(
                in.team().id(),
                in.team().handle(),
                in.team().name(),
                false,
                in.owner().name(),
                invited,
                invited ? List.of() : members(client, in.team().id(), words)));
      }
    }
    return all;
  }

  private static List<TeamCard.Member> members(ApiClient client, UUID id, Words words) {
    return client.teams().listTeamMembers(id).stream()
        .map(
            one ->
                new TeamCard.Member(
                    one.handle(),
                    one.name(),
                    one.weight(),
                    one.priority(),
                    one.state().equals("invited"),
                    one.turns().stream().map(turn -> turn(turn, words)).toList()))
        .toList();
  }

  private static String turn(ApiColleague.ApiTurn turn, Words words) {
    String way = turn.behind() >= EVEN ? "behind" : turn.behind() <= -EVEN ? "ahead" : "even";
    return words.page(
        "colleagues.turn." + way,
        turn.eventType().name(),
        turn.meetings(),
        Math.round(Math.abs(turn.behind())));
  }

  private void show(List<TeamCard> fresh) {
    if (!teams.equals(fresh)) {
      teams.setAll(fresh);
    }
  }

  /// Returns how it works with the server.
  public ScreenWork<List<TeamCard>> work() {
    return work;
  }

  /// Returns the teams that the host made, then those that he is in or invited into.
  public ObservableList<TeamCard> teams() {
    return teamsShown;
  }

  /// Returns what is typed of a team.
  public Form form() {
    return form;
  }

  /// Returns whether a team is being made or changed.
  public ReadOnlyBooleanProperty editingProperty() {
    return editing.getReadOnlyProperty();
  }

  /// Returns which team is being changed; null for a new one.
  public ReadOnlyObjectProperty<@Nullable UUID> changingProperty() {
    return changing.getReadOnlyProperty();
  }

  /// Begins a new team.
  public void begin() {
    form.forgive();
    form.text("name").set("");
    form.text("handle").set("");
    form.rows("members").clear();
    changing.set(null);
    editing.set(true);
  }

  /// Begins to change a team.
  public void change(TeamCard team) {
    begin();
    form.text("name").set(team.name());
    form.text("handle").set(team.handle());
    for (TeamCard.Member member : team.members()) {
      Form row = form.add("members");
      row.text("handle").set(member.handle());
      row.text("weight").set(String.valueOf(member.weight()));
      row.text("priority").set(String.valueOf(member.priority()));
    }
    changing.set(team.id());
  }

  /// Changes nothing.
  public void dismiss() {
    editing.set(false);
  }

  /// Saves what is typed.
  public void save() {
    form.forgive();
    List<TeamRequest.Member> members = new ArrayList<>();
    for (Form row : form.rows("members")) {
      @Nullable Integer weight = number(row, "weight");
      @Nullable Integer priority = number(row, "priority");
      if (row.isWrong()) {
        return;
      }
      members.add(new TeamRequest.Member(row.value("handle"), weight, priority, null));
    }
    UUID id = changing.get();
    TeamRequest request = new TeamRequest(id, form.value("handle"), form.value("name"), members);
    work.attempts()
        .run(
            job ->
                id == null
                    ? session.client().teams().addTeam(request)
                    : session.client().teams().replaceTeam(id, request),
            team -> {
              editing.set(false);
              work.reload();
            },
            why -> form.refuse(why.fields()));
  }

  private @Nullable Integer number(Form row, String field) {
    String typed = row.value(field);
    if (typed.isEmpty()) {
      return null;
    }
    if (!typed.matches("\\d{1,4}")) {
      row.say(field, work.words().page("team.wrong.numbers"));
      return null;
    }
    return Integer.valueOf(typed);
  }

  /// Deletes the team that is being changed.
  public void delete() {
    UUID id = Objects.requireNonNull(changing.get());
    editing.set(false);
    work.does(client -> client.teams().deleteTeam(id));
  }

  /// Accepts an invitation.
  public void accept(TeamCard team) {
    work.run(client -> client.teams().acceptMembership(team.id().toString()));
  }

  /// Leaves a team, or declines its invitation.
  public void leave(TeamCard team) {
    work.does(client -> client.teams().leaveTeam(team.id().toString()));
  }
}
