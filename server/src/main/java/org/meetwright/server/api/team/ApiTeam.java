package org.meetwright.server.api.team;

import java.util.List;
import java.util.UUID;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.team.Team;
import org.meetwright.core.team.TeamMember;
import org.meetwright.core.value.Handle;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.PersonName;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.exchange.Identified;

/// A team, as the API tells it to its owner.
public record ApiTeam(UUID id, String handle, String name, List<Member> members)
    implements Identified {

  /// A host in a team.
  ///
  /// @param weight his share of round-robin meetings among the weights of all, 0 to 1000
  /// @param priority who has the highest one of those who are free is chosen, 0 to 100
  /// @param state invited until he has accepted, then member
  public record Member(String handle, int weight, int priority, String state) {
    private static Member of(TeamMember member, Hosts hosts) {
      String handle =
          hosts.find(member.hostId()).map(Host::handle).map(Handle::value).orElseThrow();
      return new Member(handle, member.weight(), member.priority(), member.membership().word());
    }
  }

  /// Returns how the API tells a team.
  public static ApiTeam of(Team team, Hosts hosts) {
    return new ApiTeam(
        team.id(),
        team.handle().value(),
        team.name(),
        team.members().stream().map(member -> Member.of(member, hosts)).toList());
  }

  /// Reads a team; an `id` in it, and the `state` of its members, are not looked at.
  static Team read(Fields fields, Hosts hosts, UUID id, UUID ownerId) {
    fields.only("id", "handle", "name", "members");
    return new Team(
        id,
        ownerId,
        new Handle(fields.text("handle")),
        PersonName.checked("name", fields.text("name")),
        fields.objects("members", member -> readMember(member, hosts)));
  }

  private static TeamMember readMember(Fields fields, Hosts hosts) {
    fields.only("handle", "weight", "priority", "state");
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
}
