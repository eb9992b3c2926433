package org.meetwright.cli.views;

import java.util.List;
import java.util.UUID;
import org.meetwright.core.Core;
import org.meetwright.core.host.Host;
import org.meetwright.core.team.Team;
import org.meetwright.core.team.TeamMember;

/// A team as JSON.
public record TeamView(
    String id, String handle, String name, String owner, List<MemberView> members) {

  /// A member.
  ///
  /// @param state invited or member
  public record MemberView(String handle, int weight, int priority, String state) {
    private static MemberView of(Core core, TeamMember member) {
      return new MemberView(
          TeamView.handle(core, member.hostId()),
          member.weight(),
          member.priority(),
          member.membership().word());
    }
  }

  /// Several teams.
  public record Several(List<TeamView> teams) {}

  /// Returns a team as JSON.
  public static TeamView of(Core core, Team team) {
    return new TeamView(
        team.id().toString(),
        team.handle().value(),
        team.name(),
        handle(core, team.ownerId()),
        team.members().stream().map(member -> MemberView.of(core, member)).toList());
  }

  private static String handle(Core core, UUID hostId) {
    return core.hosts().find(hostId).map(Host::handle).orElseThrow().value();
  }
}
