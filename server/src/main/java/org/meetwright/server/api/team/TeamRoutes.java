package org.meetwright.server.api.team;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.team.Team;
import org.meetwright.core.team.Teams;
import org.meetwright.core.team.Teams.Deletion;
import org.meetwright.core.value.Ids;
import org.meetwright.server.api.exchange.Authentication;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.exchange.OwnRoutes;
import org.meetwright.server.api.exchange.ProblemException;
import org.meetwright.server.api.exchange.Query;
import org.meetwright.server.api.model.team.ApiTeam;

/// The teams that a host has made.
public final class TeamRoutes extends OwnRoutes<ApiTeam> {
  private final Hosts hosts;
  private final Teams teams;

  /// Creates the routes.
  public TeamRoutes(Hosts hosts, Teams teams, Authentication authentication) {
    super(authentication, new Naming<>("team", "teams", ApiTeam.Listing::new));
    this.hosts = hosts;
    this.teams = teams;
  }

  @Override
  protected List<ApiTeam> list(Host host, Query query) {
    return teams.list(host.id()).stream()
        .filter(team -> team.ownerId().equals(host.id()))
        .map(this::told)
        .toList();
  }

  @Override
  protected Optional<ApiTeam> find(Host host, UUID id) {
    return teams.find(id).filter(team -> team.ownerId().equals(host.id())).map(this::told);
  }

  @Override
  protected ApiTeam add(Host host, Fields body) {
    Team team = TeamTranslation.read(body, hosts, Ids.next(), host.id());
    return told(teams.add(host, team));
  }

  @Override
  protected Optional<ApiTeam> replace(Host host, UUID id, Fields body) {
    return find(host, id)
        .flatMap(old -> teams.replace(host, TeamTranslation.read(body, hosts, id, host.id())))
        .map(this::told);
  }

  @Override
  protected boolean delete(Host host, UUID id) {
    return switch (teams.delete(host.id(), id)) {
      case Deletion.Deleted() -> true;
      case Deletion.NotFound() -> false;
      case Deletion.InUse(var why) -> throw ProblemException.of(ProblemException.Code.IN_USE, why);
    };
  }

  private ApiTeam told(Team team) {
    return TeamTranslation.toApi(team, hosts);
  }
}
