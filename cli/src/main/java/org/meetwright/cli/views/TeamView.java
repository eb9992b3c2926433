package org.meetwright.cli.views;

import java.util.List;
import java.util.UUID;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.team.Team;
import org.meetwright.server.api.model.team.ApiTeam;
import org.meetwright.server.api.team.TeamTranslation;

/// A team as JSON: as the API shows it to its owner, with the owner.
public record TeamView(
    UUID id, String handle, String name, String owner, List<ApiTeam.Member> members) {

  /// Several teams.
  public record Listing(List<TeamView> teams) {}

  /// Returns a team as JSON.
  public static TeamView of(Team team, Hosts hosts) {
    ApiTeam told = TeamTranslation.toApi(team, hosts);
    String owner = hosts.find(team.ownerId()).map(Host::handle).orElseThrow().value();
    return new TeamView(told.id(), told.handle(), told.name(), owner, told.members());
  }
}
