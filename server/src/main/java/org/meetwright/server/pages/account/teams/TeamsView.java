package org.meetwright.server.pages.account.teams;

import java.util.List;
import org.meetwright.core.team.Membership;
import org.meetwright.core.team.TeamMembership;
import org.meetwright.server.pages.account.request.AccountFrame;

/// The page of a host's teams.
public record TeamsView(AccountFrame frame, List<TeamMembership> all) {
  /// Returns the teams that invite him.
  public List<TeamMembership> invitations() {
    return all.stream().filter(each -> each.membership() == Membership.INVITED).toList();
  }

  /// Returns the teams that he is in.
  public List<TeamMembership> teams() {
    return all.stream().filter(each -> each.membership() == Membership.MEMBER).toList();
  }

  /// Returns where a form goes.
  ///
  /// @param what accept or leave
  public String action(TeamMembership membership, String what) {
    return frame.link("/account/teams/" + membership.teamId() + "/" + what);
  }
}
