package org.meetwright.core.team;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.host.Handles;
import org.meetwright.core.traces.ErasedHost;
import org.meetwright.core.traces.Traces;

/// Teams and their members.
public final class TeamTraces implements Traces {
  @Override
  public Set<String> tables() {
    return Set.of("team", "team_member");
  }

  /// Returns the members of the teams that a host is in or made.
  public static List<UUID> mates(Transaction tx, UUID hostId) {
    return tx.mapper(TeamMapper.class).mates(hostId);
  }

  /// A team that he made goes to a member, with its event types; without one it is gone.
  @Override
  public void eraseHost(Transaction tx, ErasedHost host) {
    TeamMapper mapper = tx.mapper(TeamMapper.class);
    mapper.madeBy(host.id()).forEach(teamId -> bequeath(tx, mapper, teamId, host.id()));
    mapper.leaveAll(host.id());
  }

  private static void bequeath(Transaction tx, TeamMapper mapper, UUID teamId, UUID hostId) {
    UUID successor = mapper.successor(teamId, hostId);
    if (successor != null) {
      mapper.give(teamId, successor);
      mapper.giveEventTypes(teamId, successor);
    } else {
      mapper.deleteEventTypes(teamId);
      Handles.free(tx, teamId);
      mapper.delete(teamId);
    }
  }
}
