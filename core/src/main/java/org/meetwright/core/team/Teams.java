package org.meetwright.core.team;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.host.Handles;
import org.meetwright.core.host.HostMapper;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.team.TeamMapper.TeamRow;
import org.meetwright.core.value.InvalidValueException;

/// The teams. A team is changed by its owner alone; its members see it.
public final class Teams {
  private final Database database;

  /// Creates the service.
  public Teams(Database database) {
    this.database = database;
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
    return database.read(
        tx -> {
          TeamMapper mapper = tx.mapper(TeamMapper.class);
          return mapper.listOf(hostId).stream().map(row -> withMembers(mapper, row)).toList();
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
    return database.read(tx -> Optional.ofNullable(load(tx, id)));
  }

  /// Adds a team.
  ///
  /// @throws InvalidValueException if the handle is taken
  public Team add(Team team) {
    return database.inTransaction(
        tx -> {
          TeamMapper mapper = tx.mapper(TeamMapper.class);
          checkMembers(tx, team);
          lock(tx, team);
          Handles.take(tx, team.handle(), team.id());
          mapper.insert(team);
          team.members().forEach(member -> mapper.insertMember(team.id(), member));
          return team;
        });
  }

  /// Replaces a team.
  ///
  /// @return the team as it is now; empty if the owner has no such one
  /// @throws InvalidValueException if the handle is taken
  public Optional<Team> replace(Team team) {
    return database.inTransaction(
        tx -> {
          TeamMapper mapper = tx.mapper(TeamMapper.class);
          Team old = load(tx, team.id());
          if (old == null || !old.ownerId().equals(team.ownerId())) {
            return Optional.empty();
          }
          checkMembers(tx, team);
          lock(tx, team);
          Handles.take(tx, team.handle(), team.id());
          mapper.update(team);
          mapper.deleteMembers(team.id());
          team.members().forEach(member -> mapper.insertMember(team.id(), member));
          return Optional.of(team);
        });
  }

  /// Deletes a team that no event type uses.
  public Deletion delete(UUID ownerId, UUID id) {
    return database.inTransaction(
        tx -> {
          TeamMapper mapper = tx.mapper(TeamMapper.class);
          Team team = load(tx, id);
          if (team == null || !team.ownerId().equals(ownerId)) {
            return new Deletion.NotFound();
          }
          List<String> users = mapper.usedBy(id);
          if (!users.isEmpty()) {
            return new Deletion.InUse(
                "Event types use it: " + String.join(", ", users) + "; delete them first.");
          }
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

  /// Locks the rows of the members before and after, and marks that what they offer may change.
  private static void lock(Transaction tx, Team after) {
    Set<UUID> hosts = new HashSet<>();
    after.members().forEach(member -> hosts.add(member.hostId()));
    Hosts.lock(
        tx,
        () -> {
          tx.mapper(TeamMapper.class)
              .members(after.id())
              .forEach(member -> hosts.add(member.hostId()));
          return hosts;
        });
    hosts.forEach(tx.mapper(HostMapper.class)::raiseRevision);
  }

  static Team withMembers(TeamMapper mapper, TeamRow row) {
    return new Team(row.id(), row.ownerId(), row.handle(), row.name(), mapper.members(row.id()));
  }
}
