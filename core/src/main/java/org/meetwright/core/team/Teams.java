package org.meetwright.core.team;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.database.mybatis.StoredRows;
import org.meetwright.core.host.Handles;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.HostMapper;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.host.Role;
import org.meetwright.core.news.News;
import org.meetwright.core.news.NewsKind;
import org.meetwright.core.outbox.Outbox;
import org.meetwright.core.team.TeamMapper.TeamRow;
import org.meetwright.core.value.InvalidValueException;

/// The teams. Only its owner can change a team; its members can see it. Hosts named by an owner are
/// invited; see [Memberships].
public final class Teams {
  private final Database database;
  private final Outbox outbox;
  private final InstantSource clock;

  /// Creates the service.
  public Teams(Database database, Outbox outbox, InstantSource clock) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  /// What became of a wish to delete a team.
  public sealed interface Deletion {
    /// It is gone.
    record Deleted() implements Deletion {}

    /// The host owns no such team.
    record NotFound() implements Deletion {}

    /// It stays: event types use it.
    ///
    /// @param why one sentence with the next step
    record InUse(String why) implements Deletion {}
  }

  /// Returns a team within a transaction; null if there is none.
  public static @Nullable Team load(Transaction tx, UUID id) {
    TeamMapper mapper = tx.mapper(TeamMapper.class);
    TeamRow row = mapper.find(id);
    return row == null ? null : withMembers(mapper, row);
  }

  /// Returns the teams that a host owns or belongs to, by handle.
  public List<Team> list(UUID hostId) {
    return database.consistentRead(
        tx -> {
          TeamMapper mapper = tx.mapper(TeamMapper.class);
          return StoredRows.list(mapper.listOf(hostId), row -> withMembers(mapper, row));
        });
  }

  /// Returns all teams by handle.
  public List<Team> list() {
    return database.consistentRead(
        tx -> {
          TeamMapper mapper = tx.mapper(TeamMapper.class);
          return StoredRows.list(mapper.list(), row -> withMembers(mapper, row));
        });
  }

  /// Returns the team of a handle; empty if there is none.
  public Optional<Team> find(String handle) {
    return database.read(
        tx -> {
          TeamMapper mapper = tx.mapper(TeamMapper.class);
          return Optional.ofNullable(mapper.findByHandle(handle))
              .map(row -> withMembers(mapper, row));
        });
  }

  /// Returns the team of an id; empty if there is none.
  public Optional<Team> find(UUID id) {
    return database.consistentRead(tx -> Optional.ofNullable(load(tx, id)));
  }

  /// Adds a team as it is told, as the admin does: the hosts named as members are members at once.
  ///
  /// @throws InvalidValueException if the handle is taken
  public Team add(Team team) {
    return database.inTransaction(tx -> add(tx, team));
  }

  /// Adds a host's team. Hosts who are named in it are invited and told so. The host who adds it,
  /// and anyone whom an admin names, are members at once.
  ///
  /// @throws InvalidValueException if the handle is taken
  public Team add(Host by, Team wish) {
    return database.inTransaction(
        tx -> {
          Team added = add(tx, asked(by, wish, List.of()));
          invite(tx, added, List.of());
          return added;
        });
  }

  private Team add(Transaction tx, Team team) {
    checkMembers(tx, team);
    lockMembers(tx, team.id(), team.members().stream().map(TeamMember::hostId).toList(), now());
    Handles.take(tx, team.handle(), team.id());
    TeamMapper mapper = tx.mapper(TeamMapper.class);
    mapper.insert(team);
    team.members().forEach(member -> mapper.insertMember(team.id(), member, now()));
    return team;
  }

  /// Replaces a team by what is told, as the admin does.
  ///
  /// @return the team as it is now; empty if the owner has no such one
  /// @throws InvalidValueException if the handle is taken
  public Optional<Team> replace(Team team) {
    return database.inTransaction(tx -> replace(tx, team, before -> team));
  }

  /// Replaces a host's team. New hosts in it are invited, as when it is added; those who were in it
  /// or invited to it stay so.
  ///
  /// @return the team as it is now; empty if the host has no such one
  /// @throws InvalidValueException if the handle is taken
  public Optional<Team> replace(Host by, Team wish) {
    return database.inTransaction(
        tx ->
            replace(
                tx,
                wish,
                before -> {
                  Team asked = asked(by, wish, before);
                  invite(tx, asked, before);
                  return asked;
                }));
  }

  private Optional<Team> replace(Transaction tx, Team wish, Function<List<TeamMember>, Team> with) {
    TeamMapper mapper = tx.mapper(TeamMapper.class);
    TeamRow old = mapper.find(wish.id());
    if (old == null || !old.ownerId().equals(wish.ownerId())) {
      return Optional.empty();
    }
    checkMembers(tx, wish);
    lockMembers(tx, wish.id(), wish.members().stream().map(TeamMember::hostId).toList(), now());
    Team team = with.apply(members(mapper, old.id()));
    Handles.take(tx, team.handle(), team.id());
    mapper.update(team);
    replaceMembers(mapper, team);
    return Optional.of(team);
  }

  /// Who stays has been a member since he joined.
  private void replaceMembers(TeamMapper mapper, Team team) {
    Map<UUID, Instant> joined = new HashMap<>();
    mapper.joined(team.id()).forEach(row -> joined.put(row.hostId(), row.joinedAt()));
    mapper.deleteMembers(team.id());
    for (TeamMember member : team.members()) {
      mapper.insertMember(team.id(), member, joined.getOrDefault(member.hostId(), now()));
    }
  }

  /// Returns the team as requested, with the state of each member.
  private static Team asked(Host by, Team wish, List<TeamMember> before) {
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

  /// Notifies those who are newly invited.
  private void invite(Transaction tx, Team team, List<TeamMember> before) {
    Set<UUID> known = new HashSet<>(before.stream().map(TeamMember::hostId).toList());
    Instant now = now();
    List<UUID> invited =
        team.members().stream()
            .filter(member -> !member.accepted() && !known.contains(member.hostId()))
            .map(TeamMember::hostId)
            .toList();
    News.tell(tx, NewsKind.TEAM_INVITED, invited, team.id(), now);
    outbox.put(
        tx, invited.stream().map(id -> new TeamInvitation(team.id(), id, now).message()).toList());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /// Deletes a team that no event type uses.
  public Deletion delete(UUID ownerId, UUID id) {
    return database.inTransaction(
        tx -> {
          TeamMapper mapper = tx.mapper(TeamMapper.class);
          TeamRow team = mapper.find(id);
          if (team == null || !team.ownerId().equals(ownerId)) {
            return new Deletion.NotFound();
          }
          List<String> users = mapper.usedBy(id);
          if (!users.isEmpty()) {
            return new Deletion.InUse(
                "Event types use it: " + String.join(", ", users) + "; delete them first.");
          }
          News.note(tx, NewsKind.TEAM_CHANGED, List.of(ownerId), id, now());
          mapper.deleteMembers(id);
          mapper.delete(id);
          Handles.free(tx, id);
          return new Deletion.Deleted();
        });
  }

  private static void checkMembers(Transaction tx, Team team) {
    for (TeamMember member : team.members()) {
      if (tx.mapper(HostMapper.class).find(member.hostId()) == null) {
        throw new InvalidValueException(
            "members", "must be hosts of this installation, not " + member.hostId());
      }
    }
  }

  /// Locks the rows of a team's hosts and of others, and marks that what they offer may change.
  static void lockMembers(Transaction tx, UUID teamId, Collection<UUID> others, Instant at) {
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

  private static List<TeamMember> members(TeamMapper mapper, UUID teamId) {
    return mapper.members(teamId).stream().map(TeamMapper.MemberRow::member).toList();
  }

  static Team withMembers(TeamMapper mapper, TeamRow row) {
    return StoredRows.read(
        "team",
        row.id(),
        () ->
            new Team(row.id(), row.ownerId(), row.handle(), row.name(), members(mapper, row.id())));
  }
}
