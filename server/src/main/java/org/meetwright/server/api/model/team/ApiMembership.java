package org.meetwright.server.api.model.team;

import java.util.List;
import java.util.UUID;

/// A team that a host is in or invited to, as the API shows it.
///
/// @param state invited until he has accepted, then member
/// @param owner who made the team and may change it
public record ApiMembership(Team team, Owner owner, int weight, int priority, String state) {
  /// The team.
  public record Team(UUID id, String handle, String name) {}

  /// Its owner.
  public record Owner(String handle, String name) {}

  /// Several of them.
  public record Listing(List<ApiMembership> memberships) {}
}
