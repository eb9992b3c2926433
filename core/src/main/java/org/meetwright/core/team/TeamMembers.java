package org.meetwright.core.team;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.HostMapper;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.host.Role;
import org.meetwright.core.news.News;
import org.meetwright.core.news.NewsKind;
import org.meetwright.core.value.InvalidValueException;

/// Changes who is in a team, within a transaction.
final class TeamMembers {
  private TeamMembers() {}

  static void check(Transaction tx, Team team) {
    for (TeamMember member : team.members()) {
      if (tx.mapper(HostMapper.class).find(member.hostId()) == null) {
        throw new InvalidValueException(
            "members", "must be hosts of this installation, not " + member.hostId());
      }
    }
  }

  /// Locks the rows of a team's hosts and of others, and marks that what they offer may change.
  static void lock(Transaction tx, UUID teamId, Collection<UUID> others, Instant at) {
    Set<UUID> hosts = new HashSet<>(others);
    Hosts.lock(
        tx,
        () -> {
          tx.mapper(TeamMapper.class).members(teamId).forEach(member -> hosts.add(member.hostId()));
          return hosts;
        });
    hosts.forEach(tx.mapper(HostMapper.class)::raiseRevision);
    News.note(tx, NewsKind.TEAM_CHANGED, hosts, teamId, at);
  }

  static List<TeamMember> of(TeamMapper mapper, UUID teamId) {
    return mapper.members(teamId).stream().map(TeamMapper.MemberRow::member).toList();
  }

  /// Replaces the members. Those who stay keep the date on which they joined.
  static void replace(TeamMapper mapper, Team team, Instant at) {
    Map<UUID, Instant> joined = new HashMap<>();
    mapper.joined(team.id()).forEach(row -> joined.put(row.hostId(), row.joinedAt()));
    mapper.deleteMembers(team.id());
    for (TeamMember member : team.members()) {
      mapper.insertMember(team.id(), member, joined.getOrDefault(member.hostId(), at));
    }
  }

  /// Returns the team as requested, with the state of each member.
  static Team asked(Host by, Team wish, List<TeamMember> before) {
    Map<UUID, Membership> known = new HashMap<>();
    before.forEach(member -> known.put(member.hostId(), member.membership()));
    List<TeamMember> members =
        wish.members().stream()
            .map(
                member ->
                    member.with(
                        by.role() == Role.ADMIN || member.hostId().equals(by.id())
                            ? Membership.MEMBER
                            : known.getOrDefault(member.hostId(), Membership.INVITED)))
            .toList();
    return new Team(wish.id(), wish.ownerId(), wish.handle(), wish.name(), members);
  }
}
