package org.meetwright.server.api.team;

import java.util.UUID;
import org.meetwright.core.team.TeamMembership;

/// A team that a host is in or invited into, as the API tells him.
///
/// @param state invited until he has accepted, then member
/// @param owner who made the team and may change it
public record ApiMembership(Team team, Owner owner, int weight, int priority, String state) {
  /// The team.
  public record Team(UUID id, String handle, String name) {}

  /// Its owner.
  public record Owner(String handle, String name) {}

  /// Returns how the API tells a membership.
  public static ApiMembership of(TeamMembership membership) {
    return new ApiMembership(
        new Team(membership.teamId(), membership.handle(), membership.name()),
        new Owner(membership.owner().handle(), membership.owner().name()),
        membership.weight(),
        membership.priority(),
        membership.membership().word());
  }
}
