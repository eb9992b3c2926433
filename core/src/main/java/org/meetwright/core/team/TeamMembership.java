package org.meetwright.core.team;

import java.util.UUID;
import org.meetwright.core.team.TeamMapper.MembershipRow;

/// A team that a host is in or invited to, as the host sees it.
///
/// @param handle the team's
/// @param name the team's
/// @param owner who made the team
/// @param weight his share of round-robin meetings among the weights of all
/// @param priority the free member with the highest one is chosen
public record TeamMembership(
    UUID teamId,
    String handle,
    String name,
    Owner owner,
    int weight,
    int priority,
    Membership membership) {
  /// The host who may change a team.
  public record Owner(String handle, String name) {}

  static TeamMembership of(MembershipRow row) {
    return new TeamMembership(
        row.teamId(),
        row.handle(),
        row.name(),
        new Owner(row.ownerHandle(), row.ownerName()),
        row.weight(),
        row.priority(),
        Membership.of(row.state()));
  }
}
