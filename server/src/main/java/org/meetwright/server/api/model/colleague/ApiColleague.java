package org.meetwright.server.api.model.colleague;

import java.util.List;
import java.util.UUID;

/// A host in a team, as the team's hosts see him.
///
/// @param state member; or invited, which only the owner sees
/// @param turns how far he is behind in each round-robin event type; empty for one who is invited
public record ApiColleague(
    String handle, String name, int weight, int priority, String state, List<ApiTurn> turns) {
  /// How far he is behind in an event type.
  ///
  /// @param meetings how many of the last 90 days are his
  /// @param behind how many he is short of his share; negative if he has had more
  public record ApiTurn(EventTypeOfTeam eventType, long meetings, double behind) {}

  /// An event type of the team.
  public record EventTypeOfTeam(UUID id, String slug, String name) {}

  /// All of a team.
  public record Listing(List<ApiColleague> members) {}
}
