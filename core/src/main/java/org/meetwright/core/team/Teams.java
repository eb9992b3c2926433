package org.meetwright.core.team;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
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
          Team added = add(tx, TeamMembers.asked(by, wish, List.of()));
          invite(tx, added, List.of());
          return added;
        });
  }

  private Team add(Transaction tx, Team team) {
    TeamMembers.check(tx, team);
    TeamMembers.lock(
        tx, team.id(), team.members().stream().map(TeamMember::hostId).toList(), now());
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
                  Team asked = TeamMembers.asked(by, wish, before);
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
    TeamMembers.check(tx, wish);
    TeamMembers.lock(
        tx, wish.id(), wish.members().stream().map(TeamMember::hostId).toList(), now());
    Team team = with.apply(TeamMembers.of(mapper, old.id()));
    Handles.take(tx, team.handle(), team.id());
    mapper.update(team);
    TeamMembers.replace(mapper, team, now());
    return Optional.of(team);
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

  static Team withMembers(TeamMapper mapper, TeamRow row) {
    return StoredRows.read(
        "team",
        row.id(),
        () ->
            new Team(
                row.id(),
                row.ownerId(),
                row.handle(),
                row.name(),
                TeamMembers.of(mapper, row.id())));
  }
}
