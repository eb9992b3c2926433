package org.meetwright.server.api.model.team;

import java.util.List;
import java.util.UUID;
import org.meetwright.server.api.model.Identified;

/// A team, as the API shows it to its owner.
public record ApiTeam(UUID id, String handle, String name, List<Member> members)
    implements Identified {

  /// A host in a team.
  ///
  /// @param weight his share of round-robin meetings among the weights of all, 0 to 1000
  /// @param priority the free member with the highest one is chosen, 0 to 100
  /// @param state invited until he has accepted, then member
  public record Member(String handle, int weight, int priority, String state) {}

  /// Several of them.
  public record Listing(List<ApiTeam> teams) {}
}
