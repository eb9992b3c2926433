package org.meetwright.server.api.team;

import java.util.UUID;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.team.Memberships;
import org.meetwright.core.team.Team;
import org.meetwright.core.team.TeamMember;
import org.meetwright.core.team.TeamMembership;
import org.meetwright.core.team.Teams;
import org.meetwright.core.value.Handle;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.PersonName;
import org.meetwright.server.api.exchange.ExportPart;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.model.team.ApiMembership;
import org.meetwright.server.api.model.team.ApiTeam;
import org.meetwright.server.api.model.team.TeamRequest;

/// Converts teams to and from the records of the API.
public final class TeamTranslation {
  private TeamTranslation() {}

  /// Returns how the API tells a team.
  public static ApiTeam toApi(Team team, Hosts hosts) {
    return new ApiTeam(
        team.id(),
        team.handle().value(),
        team.name(),
        team.members().stream().map(member -> toApi(member, hosts)).toList());
  }

  private static ApiTeam.Member toApi(TeamMember member, Hosts hosts) {
    String handle = hosts.find(member.hostId()).map(Host::handle).map(Handle::value).orElseThrow();
    return new ApiTeam.Member(
        handle, member.weight(), member.priority(), member.membership().word());
  }

  /// Returns how the API tells a membership.
  public static ApiMembership toApi(TeamMembership membership) {
    return new ApiMembership(
        new ApiMembership.Team(membership.teamId(), membership.handle(), membership.name()),
        new ApiMembership.Owner(membership.owner().handle(), membership.owner().name()),
        membership.weight(),
        membership.priority(),
        membership.membership().word());
  }

  /// Reads a team; an `id` in it, and the `state` of its members, are not looked at.
  static Team read(Fields fields, Hosts hosts, UUID id, UUID ownerId) {
    fields.only(TeamRequest.class);
    return new Team(
        id,
        ownerId,
        new Handle(fields.text("handle")),
        PersonName.checked("name", fields.text("name")),
        fields.objects("members", member -> readMember(member, hosts)));
  }

  private static TeamMember readMember(Fields fields, Hosts hosts) {
    fields.only(TeamRequest.Member.class);
    String handle = fields.text("handle");
    Host host =
        hosts
            .find(handle)
            .orElseThrow(
                () ->
                    new InvalidValueException(
                        "handle",
                        "must be the handle of a host, not "
                            + InvalidValueException.shown(handle)));
    return new TeamMember(
        host.id(),
        fields.number("weight", TeamMember.DEFAULT_WEIGHT),
        fields.number("priority", 0));
  }

  /// Returns the teams that a host is in, for the export.
  public static ExportPart exported(Teams teams, Hosts hosts) {
    return ExportPart.of(
        "teams", host -> teams.list(host.id()).stream().map(team -> toApi(team, hosts)).toList());
  }

  /// Returns a host's memberships, for the export.
  public static ExportPart exported(Memberships memberships) {
    return ExportPart.of(
        "memberships",
        host -> memberships.list(host.id()).stream().map(TeamTranslation::toApi).toList());
  }
}
