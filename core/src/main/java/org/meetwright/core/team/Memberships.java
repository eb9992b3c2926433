package org.meetwright.core.team;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.database.mybatis.StoredRows;
import org.meetwright.core.news.News;
import org.meetwright.core.news.NewsKind;
import org.meetwright.core.team.TeamMapper.TeamRow;

/// A host's answers to invitations to teams. Nobody is booked in a team without having accepted,
/// and members may leave at any time; they keep the meetings that they have.
public final class Memberships {
  private final Database database;
  private final InstantSource clock;

  /// Creates the service.
  public Memberships(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Returns the teams that a host is in or invited into, the invitations first, then by handle.
  public List<TeamMembership> list(UUID hostId) {
    return database.read(
        tx ->
            StoredRows.list(
                tx.mapper(TeamMapper.class).memberships(hostId),
                row -> StoredRows.read("member", row.teamId(), () -> TeamMembership.of(row))));
  }

  /// Returns a host's membership; empty if the team neither has nor invites him.
  public Optional<TeamMembership> find(UUID hostId, UUID teamId) {
    return database.read(
        tx ->
            Optional.ofNullable(tx.mapper(TeamMapper.class).membership(hostId, teamId))
                .map(TeamMembership::of));
  }

  /// Accepts an invitation. Accepting again changes nothing.
  ///
  /// @return the membership as it is now; empty if there is no such invitation
  public Optional<TeamMembership> accept(UUID hostId, UUID teamId) {
    return database.inTransaction(
        tx -> {
          Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
          TeamMembers.lock(tx, teamId, List.of(hostId), now);
          TeamMapper mapper = tx.mapper(TeamMapper.class);
          if (mapper.accept(teamId, hostId, now) > 0) {
            tellOwner(tx, NewsKind.TEAM_JOINED, teamId, now);
          }
          return Optional.ofNullable(mapper.membership(hostId, teamId)).map(TeamMembership::of);
        });
  }

  /// Leaves a team, or declines its invitation.
  ///
  /// @return whether the team had or invited him
  public boolean leave(UUID hostId, UUID teamId) {
    return database.inTransaction(
        tx -> {
          Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
          TeamMembers.lock(tx, teamId, List.of(hostId), now);
          boolean left = tx.mapper(TeamMapper.class).leave(teamId, hostId) > 0;
          if (left) {
            tellOwner(tx, NewsKind.TEAM_LEFT, teamId, now);
          }
          return left;
        });
  }

  private static void tellOwner(Transaction tx, NewsKind kind, UUID teamId, Instant now) {
    TeamRow team = tx.mapper(TeamMapper.class).find(teamId);
    if (team != null) {
      News.tell(tx, kind, List.of(team.ownerId()), teamId, now);
    }
  }
}
