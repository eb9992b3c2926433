package org.meetwright.cli.commands.team;

import java.util.List;
import java.util.UUID;
import org.meetwright.cli.program.Failure;
import org.meetwright.core.team.Team;
import org.meetwright.core.team.TeamMember;
import org.meetwright.core.team.Teams;
import org.meetwright.core.value.InvalidValueException;

/// Finds a team, and changes who is in it.
final class TeamLookup {
  private TeamLookup() {}

  /// Returns the team of a handle.
  ///
  /// @throws Failure if there is none
  static Team team(Teams teams, String handle) {
    return teams
        .find(handle)
        .orElseThrow(
            () ->
                new Failure(
                    "There is no team "
                        + InvalidValueException.shown(handle)
                        + "; see which there are: meetwright team list"));
  }

  /// Returns a host's place in a team.
  ///
  /// @throws Failure if he has none
  static TeamMember member(Team team, UUID hostId, String handle) {
    return team.members().stream()
        .filter(member -> member.hostId().equals(hostId))
        .findFirst()
        .orElseThrow(
            () ->
                new Failure(
                    handle
                        + " is not in the team "
                        + team.handle()
                        + "; see who is: meetwright team show "
                        + team.handle()));
  }

  /// Gives a team other members.
  static Team with(Teams teams, Team team, List<TeamMember> members) {
    return teams
        .replace(new Team(team.id(), team.ownerId(), team.handle(), team.name(), members))
        .orElseThrow(() -> new Failure("The team has just been deleted; nothing was changed."));
  }
}
