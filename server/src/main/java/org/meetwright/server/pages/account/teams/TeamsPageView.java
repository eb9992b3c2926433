package org.meetwright.server.pages.account.teams;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.team.Membership;
import org.meetwright.core.team.TeamMembership;
import org.meetwright.server.pages.account.request.AccountFrame;

/// The page of a host's teams.
///
/// @param all those that he is in or invited to
/// @param own those that he made
/// @param form what was typed to make another one
/// @param errors what is wrong with it, by field
public record TeamsPageView(
    AccountFrame frame,
    List<TeamMembership> all,
    List<Own> own,
    TeamForm form,
    Map<String, String> errors) {
  /// A team that he made.
  public record Own(String id, String name, String members, String href) {}

  /// Returns what is wrong with a field; null if nothing is.
  public @Nullable String error(String field) {
    return errors.get(field);
  }

  /// Returns the teams that invite him.
  public List<TeamMembership> invitations() {
    return all.stream().filter(each -> each.membership() == Membership.INVITED).toList();
  }

  /// Returns the teams that he is in.
  public List<TeamMembership> teams() {
    return all.stream().filter(each -> each.membership() == Membership.MEMBER).toList();
  }

  /// Returns the page of what he sees of a team.
  public String bookings(TeamMembership membership) {
    return frame.link(ColleaguePages.place(membership.teamId()).address());
  }

  /// Returns where a form goes.
  ///
  /// @param what accept or leave
  public String action(TeamMembership membership, String what) {
    return frame.link("/account/teams/" + membership.teamId() + "/" + what);
  }
}
